import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProbeInit } from './probe-package.js'
import { createRig, type Probe, type Rig } from './process-rig.js'

const FULL = process.env.INNOERP_TEST_SIZE === 'full'
const QUARANTINE_MS = 10_000
/** What the machine's other work may add, which no module is to blame for (ms). */
const NOISE_MS = 100
let rig: Rig
let baseline: number
beforeAll(async () => {
  rig = await createRig()
  await others(500)
  baseline = p99(await others(1_500))
})
afterAll(() => rig.close())

const acme = () => rig.host.acme
const p99 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? NaN

/** Asks another module again and again for so long, or until told to stop; how long each answer took (ms). All must be 200. */
async function others(forMs: number, signal?: AbortSignal): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + forMs
  for (;;) {
    if (performance.now() > until || signal?.aborted === true) return times
    const began = performance.now()
    await rig.host.globex.admin.get('/api/v1/projects').expect(200)
    times.push(performance.now() - began)
    await sleep(5)
  }
}

/** Watches another module while `work` is done: no error there, and no wait that the culprit could be to blame for. */
async function unnoticed<T>(work: () => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const watched = others(60_000, stop.signal)
  try {
    return await work()
  } finally {
    stop.abort()
    const during = p99(await watched)
    baseline = Math.max(baseline, p99(await others(500)))
    expect(during, 'p99 of another module (ms)').toBeLessThan(Math.max(2 * baseline, baseline + NOISE_MS))
  }
}

/** Uses it until it is given up; how long that took, without the starts of its processes. */
async function quarantine(init: ProbeInit, use: (probe: Probe) => Promise<unknown>): Promise<{ reason: string; ms: number }> {
  const starting = performance.now()
  const probe = await rig.probe(init)
  const began = performance.now()
  let reason: string | undefined
  for (let waited = 0; reason === undefined && waited < 3 * QUARANTINE_MS; waited = performance.now() - began) {
    reason = await Promise.race([probe.quarantined, use(probe).then(() => sleep(100, undefined), () => sleep(100, undefined)), sleep(1_000, undefined)])
  }
  return { reason: reason ?? 'never', ms: performance.now() - began - 2 * (began - starting) }
}

describe('a module that cannot start is not installed (security 13)', () => {
  const unborn: [what: string, atImport: string, problem: string][] = [
    ['throws at import', `throw new Error('boom at import')`, 'boom at import'],
    ['calls process.exit at import', 'process.exit(7)', 'code 7'],
  ]
  if (FULL) unborn.push(['spins at import', 'for (;;) {}', 'not ready after 10 s'])
  test.each(unborn)('%s', async (_, atImport, problem) => {
    await unnoticed(() => expect(rig.probe({ id: 'unborn', atImport })).rejects.toThrow(problem))
  })
})

const later = (code: string) => `setTimeout(() => { ${code} }, 300)`
const HOLD_ALL = `await Promise.all(Array.from({ length: 20 }, () => request.context.transaction(async (tx) => { await tools.db.run(tx, tools.bind('select 1', [])); await new Promise(() => {}) })))`

interface Fault {
  what: string
  atImport?: string
  /** What a caller lets it do; else its rows are asked for. */
  use?: string
  reason: RegExp
}
const FAULTS: Record<string, Fault[]> = {
  'end by themselves': [
    { what: 'rejects', atImport: later(`void Promise.reject(new Error('boom later'))`), reason: /boom later/ },
    { what: 'throws', atImport: later(`throw new Error('boom from a timer')`), reason: /boom from a timer/ },
    { what: 'exits', atImport: later('process.exit(7)'), reason: /code 7/ },
    { what: 'breaks-the-channel', atImport: `const { writeSync } = await import('node:fs'); ${later('writeSync(3, Buffer.alloc(1_000, 0xff))')}`, reason: /a message of/ },
  ],
  'take the processor or fill the output': [
    { what: 'spins', atImport: later('for (;;) {}'), reason: /did not answer/ },
    { what: 'floods', atImport: `const text = 'x'.repeat(1e6); setInterval(() => { for (let n = 0; n < 50; n += 1) process.stdout.write(text) }, 1)`, reason: /floods/ },
  ],
  'take the memory': [
    { what: 'leaks-objects', atImport: `const kept = []; setInterval(() => kept.push(new Array(1e6).fill(1.5)), 5)`, reason: /memory|did not answer/ },
    { what: 'leaks-buffers', atImport: `const kept = []; setInterval(() => kept.push(Buffer.alloc(2e7, 1)), 20)`, reason: /memory/ },
  ],
  'hold every database connection': [{ what: 'holds', use: HOLD_ALL, reason: /every database connection/ }],
}

describe('modules that misbehave are given up within ten seconds, and nobody else notices (security 13)', () => {
  test.each(Object.keys(FAULTS))('those that %s', async (group) => {
    const faults = FAULTS[group] ?? []
    const ends = await unnoticed(() =>
      Promise.all(
        faults.map(({ what, atImport = '', use }) =>
          quarantine({ id: what, atImport }, (probe) => (use === undefined ? probe.client(acme()).get(probe.path('/rows')) : probe.run(acme(), use))),
        ),
      ),
    )
    for (const [at, { reason, ms }] of ends.entries()) {
      expect(reason).toMatch(faults[at]?.reason ?? '')
      expect(ms, faults[at]?.what).toBeLessThan(QUARANTINE_MS)
    }
  })
  test('what was given up answers 503 and says when to come back', async () => {
    const probe = await rig.probe({ id: 'leaver', atImport: later('process.exit(7)') })
    await probe.quarantined
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
    await unnoticed(() => expect(probe.run(acme(), code)).rejects.toThrow(/aborted|hang up|ECONNRESET/))
  })
  test('and dies while it is asked: the caller gets a 503, the next one an answer', async () => {
    const probe = await rig.probe({ id: 'dying' })
    expect(await probe.run(acme(), 'process.exit(1)')).toMatchObject({ status: 503, body: { detail: { code: 'MODULE_UNAVAILABLE' } } })
    expect(await probe.client(acme()).get(probe.path('/rows'))).toMatchObject({ status: 200 })
  })
})
