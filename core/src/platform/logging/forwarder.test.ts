import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FluentServer } from '@fluent-org/logger'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEngineHealth, type EngineHealth } from '../engine-health.js'
import { openForwarder } from './forwarder.js'
import { LogFiles } from './log-files.js'

interface Entry {
  tag: string
  record: { service: string; message: string }
}

let home: string
let logs: LogFiles
let engines: EngineHealth
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'innoerp-forward-'))
  logs = new LogFiles({ home, debug: false })
  engines = createEngineHealth()
})
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
  await logs.close()
  await rm(home, { recursive: true })
})

/** A receiver of the forward protocol, which acknowledges. */
async function receiver(port = 0): Promise<{ port: number; entries: Entry[]; close(): Promise<void> }> {
  const server = new FluentServer({ listenOptions: { port, host: '127.0.0.1' } })
  const entries: Entry[] = []
  server.on('entry', (tag: string, _time: unknown, record: Entry['record']) => void entries.push({ tag, record }))
  await server.listen()
  closing.push(() => server.close())
  return { port: server.port ?? 0, entries, close: () => server.close() }
}
const forward = (port: number, options: { deadlineMs?: number; maxWaiting?: number } = {}) => {
  const forwarder = openForwarder({ settings: { host: '127.0.0.1', port }, logs, engines, ...options })
  closing.push(() => forwarder.close())
}

test('every record arrives under the tag of its service and module', async () => {
  const { port, entries } = await receiver()
  forward(port)
  logs.logger('auth-service', 'auth').info({ action: 'login' }, 'Signed in')
  await expect.poll(() => entries, { timeout: 5_000 }).toMatchObject([{ tag: 'innoerp.auth-service.auth', record: { service: 'auth-service', message: 'Signed in', action: 'login' } }])
  expect(engines.degradations()).toEqual([])
})

test('what nobody takes waits, within bounds; once somebody does, it arrives, and what had no room is told', async () => {
  const mute: Server = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => mute.once('listening', resolve))
  const { port } = mute.address() as { port: number }
  const sockets = new Set<{ destroy(): void }>()
  mute.on('connection', (socket) => void sockets.add(socket))
  forward(port, { deadlineMs: 300, maxWaiting: 5_000 })
  const log = logs.logger('crm-module', 'test')
  log.info('The first')
  await expect.poll(() => engines.degradations().map(({ setting }) => setting), { timeout: 5_000 }).toEqual(['FLUENTD_URL'])
  for (let at = 0; at < 100; at += 1) {
    log.info(`Number ${at}`)
    logs.flush()
  }
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => mute.close(resolve))
  const { entries } = await receiver(port)
  await expect.poll(() => entries.map(({ record }) => record.message).join('; '), { timeout: 10_000 }).toMatch(/The first; Number 0; Number 1.*\d+ records came while Fluentd was away/)
  expect(entries.length).toBeLessThan(100)
  await expect.poll(() => engines.degradations()).toEqual([])
})
