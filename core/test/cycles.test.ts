import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../src/testing/index.js'
import { createHostProcess, type HostProcess } from './support/host-process.js'
import { ended, install, type OperationAnswer } from './support/operations.js'
import { publishTiny } from './support/tiny-module.js'

// Security 14. At full size (npm run test:cycles) 100 cycles, 20 of them cut off by kill -9.
const FULL = process.env.INNOERP_TEST_SIZE === 'full'
const CYCLES = FULL ? 100 : 5
const KILLED_EVERY = 5
const PASSWORD = 'Corr3ct-horse-battery'
const R = '/api/v1/module-registry'

let host: HostProcess
let organization: string
let owner: TestClient
beforeAll(async () => {
  host = await createHostProcess()
  const body = { business_name: 'Acme', subdomain: 'acme', owner_email: 'owner@acme.example', owner_name: 'Olive Owner', password: PASSWORD }
  organization = (await host.client('localhost').post<{ organization: { id: string } }>('/api/v1/organizations/signup', body).expect(201)).organization.id
  for (const id of ['steady', 'cycled']) {
    expect(await install(host, await publishTiny(host, { id, version: '1.0.0' }))).toMatchObject({ state: 'succeeded' })
    await host.superAdmin.post(`/api/v1/modules/assign/${organization}`, { module_id: id }).expect(201)
  }
  await pin('1.0.0')
  await signIn()
})
afterAll(() => host.close())

const signIn = async () => void (owner = await host.client('acme.localhost').signIn('owner@acme.example', PASSWORD))
const pin = (range: string) => host.superAdmin.request('PUT', `/api/v1/modules/organization/${organization}/cycled/version`, { json: { range } })
const stateOf = async (version: string) =>
  (await host.superAdmin.get<{ versions: { version: string; state: string }[] }>(`${R}/cycled`).expect(200)).versions.find((row) => row.version === version)?.state
const slow = (column: string) => `export default migration({
  expand: (schema) => schema.raw('alter table {schema}.thing add column ${column} text; select pg_sleep(0.05)'),
  down: (schema) => schema.raw('alter table {schema}.thing drop column ${column}'),
})`

/** Asks the other module all the while. What the host answers must be good; while it is dead it answers nothing. */
async function underLoad(work: () => Promise<void>): Promise<{ asked: number; failed: string[] }> {
  const over = new AbortController()
  const seen = { asked: 0, failed: [] as string[] }
  const load = Array.from({ length: 3 }, async () => {
    while (!over.signal.aborted) {
      const answer = await owner.get('/api/v1/steady').catch(() => undefined)
      if (answer) seen.asked += 1
      if (answer && answer.status >= 500) seen.failed.push(`${answer.status} ${answer.text.slice(0, 100)}`)
      await sleep(answer ? 2 : 20)
    }
  })
  await work().finally(() => over.abort())
  await Promise.all(load)
  return seen
}

async function installAndDie(published: { name: string; version: string }, afterMs: number): Promise<OperationAnswer> {
  const begun = await host.superAdmin.post<{ operation_id: string }>(`${R}/install`, { package: published.name, version: published.version }).expect(202)
  await sleep(afterMs)
  await host.kill()
  await host.start()
  await signIn()
  return ended(host, begun)
}

test(`${CYCLES} cycles of install, upgrade, way back and delete under load, some of them cut off by kill -9, end old or new and never mixed`, async () => {
  const seen = await underLoad(async () => {
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      const version = `2.${cycle}.0`
      // A new version has every migration of those before it.
      const migrations = Object.fromEntries(Array.from({ length: cycle }, (_, at) => [`${String(at + 2).padStart(4, '0')}-column.js`, slow(`column_${at}`)]))
      const published = await publishTiny(host, { id: 'cycled', version, migrations })
      const isKilled = cycle % KILLED_EVERY === 0
      const done = isKilled ? await installAndDie(published, 20 + ((cycle * 37) % 400)) : await install(host, published)
      const state = await stateOf(version)
      expect(done.state === 'succeeded' ? state === 'active' : state === 'available' || state === undefined, `${done.state}, ${state}`).toBe(true)
      if (done.state === 'failed') continue
      await pin(version)
      expect((await owner.get('/api/v1/cycled')).headers['x-innoerp-module']).toBe(`cycled@${version}`)
      await pin('1.0.0')
      const removed = await host.superAdmin.request<{ operation_id: string }>('DELETE', `${R}/cycled/versions/${version}`)
      expect(await ended(host, removed.body)).toMatchObject({ state: 'succeeded' })
      await owner.get('/api/v1/cycled').expect(200)
    }
  })
  expect(seen.failed).toEqual([])
  expect(seen.asked).toBeGreaterThan(CYCLES)
  console.log(`${CYCLES} cycles, ${Math.floor(CYCLES / KILLED_EVERY)} killed, ${seen.asked} requests beside them, ${seen.failed.length} failed`)
}, FULL ? 600_000 : 60_000)
