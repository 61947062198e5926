import pino from 'pino'
import { expect, test } from 'vitest'
import { logged } from './logged.js'

function recorder(level: string) {
  const lines: Record<string, unknown>[] = []
  const log = pino({ level, messageKey: 'message', formatters: { level: (label) => ({ level: label }) } }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) })
  return { log, lines }
}
const double = async (n: number): Promise<number> => n * 2

test('entry and exit are recorded with the action, its fields and its duration', async () => {
  const { log, lines } = recorder('debug')
  const wrapped = logged<[number], number>({ log, action: 'double', fields: (n) => ({ username: `user ${n}` }) }, double)
  expect(await wrapped(4)).toBe(8)
  expect(lines).toMatchObject([
    { action: 'double', username: 'user 4', message: 'double started' },
    { action: 'double', username: 'user 4', message: 'double completed' },
  ])
  expect(lines[1]?.duration_ms).toBeGreaterThanOrEqual(0)
})

test('a failure is recorded with its error and thrown on', async () => {
  const { log, lines } = recorder('debug')
  const failing = logged<[], never>({ log, action: 'fail' }, () => Promise.reject(new Error('no luck')))
  await expect(failing()).rejects.toThrow('no luck')
  expect(lines.at(-1)).toMatchObject({ action: 'fail', error: 'no luck', message: 'fail failed', level: 'error' })
})

test('without debug the function itself comes back: the hot path pays nothing', () => {
  const { log } = recorder('info')
  expect(logged<[number], number>({ log, action: 'double' }, double)).toBe(double)
})
