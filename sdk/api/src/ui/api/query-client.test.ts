import { describe, expect, test, vi } from 'vitest'
import { ApiError, CLIENT_CODES } from './api-error.js'
import { createQueryClient } from './query-client.js'

const error = (status: number, code = 'X') => new ApiError({ status, code, message: 'x' })

async function attempts(failure: Error): Promise<number> {
  const queries = createQueryClient()
  const ask = vi.fn(() => Promise.reject(failure))
  const retry = queries.getDefaultOptions().queries?.retry ?? false
  await queries.fetchQuery({ queryKey: ['x'], queryFn: ask, retry, retryDelay: 1 }).catch(() => undefined)
  return ask.mock.calls.length
}

describe('reads', () => {
  test('are repeated when the network or the server falters', async () => {
    expect(await attempts(error(503))).toBe(3)
    expect(await attempts(error(0, CLIENT_CODES.unreachable))).toBe(3)
  })
  test('are not repeated after a refusal, a deadline or a mistake of ours', async () => {
    const failures = [error(403), error(404), error(0, CLIENT_CODES.timeout), new TypeError('x')]
    for (const failure of failures) expect(await attempts(failure)).toBe(1)
  })
})

test('writes are never repeated by themselves', () => {
  expect(createQueryClient().getDefaultOptions().mutations?.retry).toBe(false)
})
