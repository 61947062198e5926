import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRig, type Probe, type Rig } from './process-rig.js'

const QUARANTINE_MS = 10_000
let rig: Rig
let baseline: number
beforeAll(async () => {
  rig = await createRig()
  await others(500)
  baseline = p99(await others(2_000))
})
afterAll(() => rig.close())

const acme = () => rig.host.acme
const p99 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? NaN

/** Asks another module again and again for so long, or until told to stop; how long each answer took (ms). All must be 200. */
async function others(forMs: number, signal?: AbortSignal): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + forMs
  while (performance.now() < until && signal?.aborted !== true) {
    const began = performance.now()
    await rig.host.globex.admin.get('/api/v1/projects').expect(200)
    times.push(performance.now() - began)
    await sleep(5)
  }
  return times
}

/** Watches the other module while \`work\` is done: no error there, and no wait that the culprit could be to blame for. */
async function unnoticed<T>(work: () => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const watched = others(60_000, stop.signal)
  try {
    return await work()
  } finally {
    stop.abort()
    expect(p99(await watched), 'p99 of another module (ms)').toBeLessThan(Math.max(2 * baseline, baseline + 60))
  }
}

/** Uses it until it is given up. */
async function quarantine(probe: Probe, use: () => Promise<unknown>): Promise<{ reason: string; ms: number }> {
  const began = performance.now()
  let reason: string | undefined
  void probe.quarantined.then((why) => (reason = why))
  while (reason === undefined && performance.now() - began < 2 * QUARANTINE_MS) {
    await Promise.race([use().catch(() => {}), probe.quarantined, sleep(1_000)])
    await sleep(100)
  }
  return { reason: reason ?? 'never', ms: performance.now() - began }
}

describe('a module that cannot start is not installed (security 13)', () => {
  test.each([
    ['throws at import', `throw new Error('boom at import')`, 'boom at import'],
    ['calls process.exit at import', 'process.exit(7)', 'code 7'],
    ['spins at import', 'for (;;) {}', 'No answer to start'],
  ])('%s', async (_, atImport, problem) => {
    await unnoticed(() => expect(rig.probe({ id: 'unborn', atImport })).rejects.toThrow(problem))
  })
})

const later = (code: string) => `setTimeout(() => { ${code} }, 300)`

describe('a module that misbehaves is given up within ten seconds, and nobody else notices (security 13)', () => {
  test.each([
    ['rejects without a handler', later(`void Promise.reject(new Error('boom later'))`), 'boom later'],
    ['throws from a timer', later(`throw new Error('boom from a timer')`), 'boom from a timer'],
    ['calls process.exit', later('process.exit(7)'), 'code 7'],
    ['spins', later('for (;;) {}'), 'did not answer'],
    ['leaks objects', `const kept = []; setInterval(() => { for (let n = 0; n < 2e5; n += 1) kept.push({ n, text: 'x' + n }) }, 10)`, 'memory'],
    ['leaks buffers', `const kept = []; setInterval(() => kept.push(Buffer.alloc(2e7, 1)), 20)`, 'memory'],
    ['floods its output', `const text = 'x'.repeat(1e6); setInterval(() => { for (let n = 0; n < 50; n += 1) process.stdout.write(text) }, 1)`, 'did not answer'],
    ['floods the host with messages', `const { Socket } = await import('node:net'); setTimeout(() => { const s = new Socket({ fd: 3 }); s.write(Buffer.alloc(1e6, 0xff)) }, 300)`, 'a message of'],
  ])('%s', async (what, atImport, problem) => {
    const id = what.replace(/[^a-z]+/g, '-')
    const { reason, ms } = await unnoticed(async () => {
      const probe = await rig.probe({ id, atImport })
      return quarantine(probe, () => probe.client(acme()).get(probe.path('/rows')))
    })
    expect(reason).toContain(problem)
    expect(ms).toBeLessThan(QUARANTINE_MS)
  })
  test('holds every database connection', async () => {
    const code = `await Promise.all(Array.from({ length: 20 }, () => request.context.transaction(async (tx) => { await tools.db.run(tx, tools.bind('select 1', [])); await new Promise(() => {}) })))`
    const { reason, ms } = await unnoticed(async () => {
      const probe = await rig.probe({ id: 'holder' })
      return quarantine(probe, () => probe.run(acme(), code))
    })
    expect(reason).toContain('every database connection')
    expect(ms).toBeLessThan(1.5 * QUARANTINE_MS)
  })
  test('what was given up answers 503 and says when to come back', async () => {
    const probe = await rig.probe({ id: 'leaver', atImport: later('process.exit(7)') })
    await quarantine(probe, () => probe.client(acme()).get(probe.path('/rows')))
    const answer = await probe.client(acme()).get(probe.path('/rows'))
    expect(answer).toMatchObject({ status: 503, body: { detail: { code: 'MODULE_UNAVAILABLE' } } })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a module that answers badly', () => {
  test('never: only so many wait for it, the rest is told at once', async () => {
    const probe = await rig.probe({ id: 'silent' })
    const asked = Array.from({ length: 250 }, () => probe.run(acme(), 'await new Promise(() => {})'))
    for (const one of asked) one.catch(() => {})
    const first = await Promise.race(asked)
    expect(first.status).toBe(503)
    expect(first.ms).toBeLessThan(5_000)
    await unnoticed(() => sleep(500))
  })
  test('with more than anybody may answer: the answer is cut off', async () => {
    const probe = await rig.probe({ id: 'huge' })
    const code = `const { Readable } = tools.require('stream'); return reply.send(Readable.from((function* () { for (;;) yield Buffer.alloc(1e6) })()))`
    await unnoticed(() => expect(probe.run(acme(), code)).rejects.toThrow())
  })
  test('and dies while it is asked: the caller gets a 503, the next one an answer', async () => {
    const probe = await rig.probe({ id: 'dying' })
    expect(await probe.run(acme(), 'process.exit(1)')).toMatchObject({ status: 503, body: { detail: { code: 'MODULE_UNAVAILABLE' } } })
    expect((await probe.client(acme()).get(probe.path('/rows'))).status).toBe(200)
  })
})
