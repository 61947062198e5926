import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machine } from '../../src/modules/process/machine.js'
import { scopeKeyOf } from '../../src/modules/process/scope-key.js'
import { passwordOf } from '../../src/platform/database/roles.js'
import { createRig, type Probe, type Rig } from './process-rig.js'

let rig: Rig
let probe: Probe
beforeAll(async () => {
  process.env.INNOERP_TEST_CANARY = 'a secret of the host'
  rig = await createRig()
  probe = await rig.probe({ id: 'spy' })
  await rig.probe({ id: 'victim' }).then((victim) => victim.client(rig.host.acme).post(victim.path('/rows'), { title: 'The victim’s' }).expect(201))
  await probe.client(rig.host.acme).post(probe.path('/rows'), { title: 'Acme’s' }).expect(201)
  await probe.client(rig.host.globex).post(probe.path('/rows'), { title: 'Globex’s' }).expect(201)
})
afterAll(() => rig.close())

const run = <T>(code: string) => probe.run<T>(rig.host.acme, code)
/** What a statement gives the module, in acme's request: rows, or the database's refusal. */
const sql = async (text: string): Promise<unknown> => {
  const code = `try { return { rows: await tools.db.run(request.context, tools.bind(${JSON.stringify(text)}, [])) } } catch (error) { return { refused: error.code ?? error.message } }`
  return (await run(code)).body
}
const DENIED = { refused: '42501' }
const NOTHING = { rows: [] }

describe('in the database (security 15)', () => {
  test.each([
    ['another module’s table', 'select * from mod_victim.row'],
    ['core’s tables', 'select * from users.users'],
    ['the organizations', 'select * from tenant.organizations'],
    ['the key that scopes are proved with', 'select * from innoerp.scope_key'],
    ['its own topics', `insert into innoerp.process_topics select session_user, 'organization.updated'`],
    ['the outbox’s content', 'select * from platform.outbox'],
    ['a role of the host', 'set role "' + 'OWNER' + '"'],
    ['the inline role of its own module', 'set role "' + 'MODULE' + '"'],
    ['another session user', 'set session authorization postgres'],
    ['files of the database server', `select pg_read_file('/etc/passwd')`],
    ['programs of the database server', `copy (select 1) to program 'id'`],
    ['what a migration took from its role', 'delete from mod_spy.row'],
    ['a column that a migration keeps', 'update mod_spy.row set id = gen_random_uuid()'],
    ['a table of its own making', 'create table mod_spy.mine (id int)'],
    ['its tables’ policies', 'alter table mod_spy.row disable row level security'],
  ])('%s is refused', async (_, text) => {
    const { owner, module } = rig.host.host.platform.database.roles
    expect(await sql(text.replace('OWNER', owner).replace('MODULE', module('spy')))).toEqual(DENIED)
  })
  test('the organization of the request is all it sees, whatever it sets', async () => {
    const globex = rig.host.globex.id
    expect(await sql('select title from mod_spy.row')).toEqual({ rows: [{ title: 'Acme’s' }] })
    expect(await sql(`with s as materialized (select set_config('app.organization_id', '${globex}', true)) select title from s, mod_spy.row`)).toEqual(NOTHING)
    expect(await sql(`with s as materialized (select set_config('app.scope', 'forged', true)) select title from s, mod_spy.row`)).toEqual(NOTHING)
    expect(await sql(`insert into mod_spy.row (organization_id, id, title) values ('${globex}', gen_random_uuid(), 'Slipped in')`)).toEqual(DENIED)
    const two = `const c = request.context; const [, rows] = await tools.db.batch(c, [tools.bind("select set_config('app.organization_id', '${globex}', true)", []), tools.bind('select title from mod_spy.row', [])]); return { rows }`
    expect((await run(two)).body).toEqual(NOTHING)
  })
  test('it may do what its migrations left to its role', async () => {
    expect(await sql(`update mod_spy.row set title = title`)).toEqual(NOTHING)
  })
  test('a proof holds for its organization, its login, its connection and some minutes alone', async () => {
    const { database, secrets } = rig.host.host.platform
    const login = database.roles.process('spy')
    const key = scopeKeyOf(secrets.secretKey)
    const client = new pg.Client({ ...database.address, user: login, password: passwordOf(secrets.secretKey, login) })
    await client.connect()
    const backend = (client as unknown as { processID: number }).processID
    const seen = async (organizationId: string, proof: string): Promise<number> => {
      await client.query('begin')
      await client.query(`select set_config('app.organization_id', $1, true), set_config('app.scope', $2, true)`, [organizationId, proof])
      const { rows } = await client.query('select title from mod_spy.row')
      await client.query('rollback')
      return rows.length
    }
    const { acme, globex } = rig.host
    expect(await seen(acme.id, key.prove(login, { organizationId: acme.id, backend }))).toBe(1)
    expect(await seen(globex.id, key.prove(login, { organizationId: acme.id, backend }))).toBe(0)
    expect(await seen(acme.id, key.prove(login, { organizationId: acme.id, backend, expiry: Math.floor(Date.now() / 1_000) - 1 }))).toBe(0)
    expect(await seen(acme.id, key.prove(login, { organizationId: acme.id, backend: backend + 1 }))).toBe(0)
    expect(await seen(acme.id, key.prove(database.roles.process('victim'), { organizationId: acme.id, backend }))).toBe(0)
    await client.end()
  })
  test('the host proves nothing for an organization that it has no work for', async () => {
    const quiet = await rig.host.signUp('quiet')
    const ask = (organization: string) => `return tools.db.run({ ...request.context, organization: { id: '${organization}' }, user: request.context.user }, tools.bind('select title from mod_spy.row', []))`
    for (const id of [quiet.id, randomUUID()]) expect(await run(ask(id))).toMatchObject({ status: 403, body: { detail: { code: 'MODULE_WORK_ENDED' } } })
  })
  test('it publishes no event of others and takes no effect away from them', async () => {
    const insert = (topic: string) => `insert into platform.outbox (event_id, topic, version, data) values (gen_random_uuid(), '${topic}', 1, '{}')`
    expect(await sql(insert('organization.updated'))).toEqual(DENIED)
    expect(await sql(insert('spy.row.created'))).toEqual(NOTHING)
    expect(await sql(`insert into platform.inbox (consumer, event_id) values ('crm', gen_random_uuid())`)).toEqual(DENIED)
  })
  test('what it shouts into the host’s channels changes nothing', async () => {
    await sql(`select pg_notify('innoerp_changes', 'no json')`)
    await sql(`notify innoerp_changes, '["x",{"kind":"nonsense"}]'`)
    await rig.host.acme.admin.get('/api/v1/projects').expect(200)
  })
})

describe('on the machine', () => {
  test('it has no environment', async () => {
    const { body } = await run<{ env: Record<string, string> }>('return { env: process.env }')
    expect(Object.keys(body.env)).toEqual(['TZ'])
  })
  const attempt = (code: string) => run<{ ok?: unknown; refused?: string }>(`try { return { ok: await (async () => { ${code} })() ?? null } } catch (error) { return { refused: error.code ?? error.message } }`).then(({ body }) => body)
  test.each([
    ['a file of the host', () => `return tools.require('fs').readFileSync(${JSON.stringify(rig.host.home + '/secrets.json')}, 'utf8')`],
    ['a file of the machine', () => `return tools.require('fs').readFileSync('/etc/passwd', 'utf8')`],
    ['another module’s package', () => `return tools.require('fs').readFileSync(${JSON.stringify(rig.host.home + '/modules/victim/1.0.0/package.json')}, 'utf8')`],
    ['a file to write', () => `tools.require('fs').writeFileSync('/tmp/innoerp-spy-was-here', '')`],
    ['a program', () => `tools.require('child_process').execFileSync('/usr/bin/id')`],
    ['a thread', () => `new (tools.require('worker_threads').Worker)('1', { eval: true })`],
  ])('%s is refused', async (_, code) => {
    expect(await attempt(code())).toEqual({ refused: 'ERR_ACCESS_DENIED' })
  })
  test('native code is refused', async () => {
    expect(await attempt(`process.dlopen({ exports: {} }, '/usr/lib/x86_64-linux-gnu/libz.so.1')`)).toEqual({ refused: 'ERR_DLOPEN_DISABLED' })
  })
  test('the network leads nowhere, not even to the host', async ({ skip }) => {
    if (!(await machine()).withoutNetwork) skip('this machine does not permit a network of its own')
    const code = `return await new Promise((resolve, reject) => tools.require('net').connect(${rig.host.port}, '127.0.0.1', () => resolve('connected')).on('error', reject))`
    expect((await attempt(code)).refused).toMatch(/ENETUNREACH|ECONNREFUSED|EADDRNOTAVAIL/)
    expect((await attempt(code.replace('127.0.0.1', '1.1.1.1'))).refused).toMatch(/ENETUNREACH/)
  })
  test('it is a user of its own where the host is root', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('the host is not root here')
    const { body } = await run<{ uid: number; groups: number[] }>('return { uid: process.getuid(), groups: process.getgroups() }')
    expect(body.uid).toBeGreaterThan(60_000)
    expect(body.groups).toEqual([body.uid])
  })
})

test('the code of its migrations runs apart as well', async () => {
  const spying = `import { readFileSync } from 'node:fs'\nreadFileSync('/etc/passwd')`
  await expect(rig.probe({ id: 'migrant', inMigration: spying })).rejects.toThrow(/ERR_ACCESS_DENIED|restricted/)
  await rig.probe({ id: 'migrant', inMigration: `globalThis.seenByTheHost = true` })
  expect(globalThis).not.toHaveProperty('seenByTheHost')
})

test('what it was not granted it does not get from the host either', async () => {
  for (const use of [`fetch(c, 'https://example.com')`, `mail.send(c, { to: 'a@example.com', subject: '', text: '' })`, `files.store(c, { name: 'a', content: Buffer.from('a') })`, `jobs.enqueue(c, 'x', {})`]) {
    expect(await run(`const c = request.context; return await tools.deps.${use}`)).toMatchObject({ status: 403, body: { detail: { code: 'MODULE_CAPABILITY_MISSING' } } })
  }
})
