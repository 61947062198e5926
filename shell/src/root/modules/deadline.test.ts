import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deadline } from './deadline'

describe('a deadline', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('passes on what came in time, and leaves no timer', async () => {
    await expect(deadline(Promise.resolve(7), 100, 'Loading')).resolves.toBe(7)
    await expect(deadline(Promise.reject(new Error('broken')), 100, 'Loading')).rejects.toThrow('broken')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends what never answers', async () => {
    const error = deadline(new Promise(() => undefined), 100, 'Loading crm@1.0.0').catch((cause: unknown) => cause)
    await vi.advanceTimersByTimeAsync(100)
    expect(await error).toEqual(new Error('Loading crm@1.0.0 took longer than 100 ms'))
  })
})
