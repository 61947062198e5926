import { afterEach, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'

const why = await whyNotHere('redis')

describe.skipIf(why !== undefined)('a local engine', () => {
  let engine: RunningEngine | undefined
  afterEach(() => engine?.stop())

  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  test('runs on free ports, is ended by its own process id, and starts again on its data', async () => {
    engine = await startEngine('redis', { port: 0 })
    const { redis } = engine.processes
    if (!redis) throw new Error('It has no process.')
    const { pid } = redis
    expect(isAlive(pid)).toBe(true)
    redis.kill('SIGKILL')
    await expect.poll(() => isAlive(pid)).toBe(false)
    await redis.start()
    expect(redis.pid).not.toBe(pid)
    await engine.stop()
    expect(isAlive(redis.pid)).toBe(false)
  })

  test('does not take the port of another program for its own', async () => {
    engine = await startEngine('redis', { port: 0 })
    await expect(startEngine('redis', { port: engine.ports })).rejects.toThrow(/is taken by another program/)
  })
})
