// What a process of its own costs a module: the same version of projects inline and apart, on one host; then the database's part alone.
import { createTestHost } from '@innoerp/core/testing'
import { bind, runOn, scopeStatement, provenScopeStatement } from '@innoerp/sdk/server'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/root.mjs'
import { median } from './figures.mjs'
import { putLoad } from './load.mjs'
import { install, publishBuilt } from './packages.mjs'

const MODULE = join(root, 'plugins', 'projects')
const APART = '1.99.0'
const ROUNDS = 5
const ALONE = 300
const STATEMENTS = 2_000

export async function processes(figures) {
  const host = await createTestHost({ module: MODULE })
  const inline = host.host.catalogue.get('projects').version
  try {
    await installApart(host)
    const { id } = await host.acme.admin.post('/api/v1/projects', { name: 'Read again and again' }).expect(201)
    const callers = join(host.home, 'callers')
    writeFileSync(callers, `acme.localhost:${host.port} ${host.acme.admin.token} ${id}\n`)
    const alone = { [inline]: [], [APART]: [] }
    const loaded = { [inline]: [], [APART]: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const version of round % 2 ? [APART, inline] : [inline, APART]) {
        await pin(host, version)
        alone[version].push(await latency(host, id))
        loaded[version].push((await putLoad({ port: host.port, kind: 'read', callers, seconds: 2 })).requestsPerSecond)
      }
    }
    figures.add({ name: 'read by id inline, one caller', value: median(alone[inline]), unit: 'ms' })
    figures.add({ name: 'read by id apart, one caller', value: median(alone[APART]), unit: 'ms', ratio: median(alone[APART]) / median(alone[inline]) })
    figures.add({ name: 'read by id inline, 64 callers', value: median(loaded[inline]), unit: 'req/s' })
    figures.add({ name: 'read by id apart, 64 callers', value: median(loaded[APART]), unit: 'req/s', ratio: median(loaded[APART]) / median(loaded[inline]) })
    await scopes(figures, { host, id })
  } finally {
    await host.close()
  }
}

/** The built module once more, signed with the key that is trusted for processes. */
const installApart = async (host) => install(host, await publishBuilt(host, MODULE, { version: APART, key: 'development' }))

const pin = (host, range) => host.superAdmin.request('PUT', `/api/v1/modules/organization/${host.acme.id}/projects/version`, { json: { range } }).expect(200)

/** Milliseconds of a request when nothing else is asked, as the median of many. */
async function latency(host, id) {
  const times = []
  for (let n = 0; n < ALONE; n += 1) {
    const began = performance.now()
    await host.acme.admin.get(`/api/v1/projects/${id}`).expect(200)
    times.push(performance.now() - began)
  }
  return median(times)
}

/** The scope and one statement before one Sync: by the plain setting, and by the login that has to prove it. */
async function scopes(figures, { host, id }) {
  const { connectAsOwner, roles } = host.host.platform.database
  const db = await connectAsOwner()
  const organizationId = host.acme.id
  const login = roles.process('projects')
  const { rows } = await db.query(
    `select e || '.' || encode(sha256(outer_pad || sha256(inner_pad || convert_to(concat_ws(' ', $1::text, pg_backend_pid(), e, $2::text), 'UTF8'))), 'hex') as proof
     from innoerp.scope_key, (select (extract(epoch from now())::bigint + 300)::text as e) expiry`,
    [login, organizationId],
  )
  const read = bind('select id, name from mod_projects.project where id = $1', [id])
  const each = async (as, scope) => {
    await db.query(`set session authorization "${as}"`)
    const began = performance.now()
    for (let n = 0; n < STATEMENTS; n += 1) {
      const [result] = await runOn(db, { statements: [scope, read], hidden: 1 })
      if (result.rows.length !== 1) throw new Error(`${as} sees ${result.rows.length} rows`)
    }
    const took = performance.now() - began
    await db.query('reset session authorization')
    return (took / STATEMENTS) * 1_000
  }
  const [plain, proven] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(await each(roles.app, scopeStatement({ role: roles.module('projects'), organizationId })))
    proven.push(await each(login, provenScopeStatement({ organizationId }, rows[0].proof)))
  }
  await db.end()
  figures.add({ name: 'statement under the plain scope', value: median(plain), unit: 'µs' })
  figures.add({ name: 'statement under a proven scope', value: median(proven), unit: 'µs', ratio: median(proven) / median(plain) })
}
