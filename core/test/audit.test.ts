import { createTestHost, type TestHost } from '../src/testing/index.js'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallModule } from './support/small-module.js'

interface Entry {
  id: string
  action: string
  actor_id: string | null
  actor_email: string | null
  ip: string | null
  target_id: string | null
  sequence: number | null
  data: Record<string, unknown>
}

let host: TestHost
let owner: pg.Client
beforeAll(async () => {
  host = await createTestHost({ modules: [await writeSmallModule({ id: 'audited', setup: 'return { routes: async () => {} }' })] })
  owner = await host.host.platform.database.connectAsOwner()
  await owner.query(`set role "${host.host.platform.database.roles.owner}"`)
})
afterAll(async () => {
  await owner.end()
  await host.close()
})

const READ = `select l.id, l.action, l.actor_id, l.target_id, l.sequence, p.actor_email, p.ip, p.data
  from platform.audit_log l left join platform.audit_personal p using (id) where l.organization_id = $1 order by l.at`
const trailOf = (organizationId: string) => host.host.platform.database.core.run<Entry>({ organizationId }, READ, [organizationId])
const verify = () => host.host.platform.audit.verify()
const sealed = async () => {
  for (let waited = 0; waited < 1_500; waited += 50) {
    const { rows } = await owner.query('select 1 from platform.audit_log where sequence is null')
    if (rows.length === 0) return
    await sleep(50)
  }
  throw new Error('entries stay without a place in the chain')
}
/** Does it behind the trail's back and reads the chain. */
const tampered = async (statement: string) => {
  await owner.query(statement)
  return verify()
}

describe('what is written', () => {
  test('who gave and took which module, from where', async () => {
    await host.superAdmin.patch(`/api/v1/modules/organization/${host.acme.id}/audited`, { is_enabled: false }).expect(200)
    await host.superAdmin.patch(`/api/v1/modules/organization/${host.acme.id}/audited`, { is_enabled: true }).expect(200)
    const entries = await trailOf(host.acme.id)
    expect(entries.filter(({ action }) => action.startsWith('module.')).map(({ action }) => action)).toEqual(['module.assigned', 'module.disabled', 'module.enabled'])
    const last = entries.at(-1)
    expect(last).toMatchObject({ actor_email: 'root@innoerp.example', target_id: 'audited', data: { is_enabled: true } })
    expect(last?.ip).toMatch(/127\.0\.0\.1|::1/)
  })
  test('sign-up, invitation, acceptance and a change of type, with before and after', async () => {
    const person = await host.acme.person('employee')
    await host.acme.admin.patch(`/api/v1/users/${person.userId}/type`, { user_type: 'manager' }).expect(200)
    const entries = await trailOf(host.acme.id)
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['tenant.created', 'user.invited', 'invitation.accepted', 'user.type.changed']))
    expect(entries.at(-1)).toMatchObject({ actor_id: host.acme.adminId, target_id: person.userId, data: { before: { user_type: 'employee' }, after: { user_type: 'manager' } } })
  })
  test('a change that is rolled back leaves no entry', async () => {
    const before = await trailOf(host.acme.id)
    expect((await host.superAdmin.patch(`/api/v1/modules/organization/${host.acme.id}/no-such`, { is_enabled: false })).status).toBe(404)
    expect(await trailOf(host.acme.id)).toEqual(before)
  })
  test('an organization reads its own entries alone, and nobody changes one', async () => {
    const { core } = host.host.platform.database
    expect(await core.run({ organizationId: host.globex.id }, READ, [host.acme.id])).toEqual([])
    for (const scope of ['platform' as const, { organizationId: host.acme.id }]) {
      await expect(core.run(scope, `update platform.audit_log set action = 'nothing'`)).rejects.toThrow('permission denied')
      await expect(core.run(scope, 'delete from platform.audit_log')).rejects.toThrow('permission denied')
    }
  })
})

describe('the chain', () => {
  test('holds every entry within a second', async () => {
    await sealed()
    const { rows } = await owner.query<{ count: string }>('select count(*) from platform.audit_log')
    expect(await verify()).toEqual({ entries: Number(rows[0]?.count), ok: true, first_bad: null })
  })
  test.each([
    { what: 'a changed entry', spoil: `update platform.audit_log set action = 'something.else' where sequence = 3`, place: 3 },
    { what: 'a changed personal part', spoil: `update platform.audit_personal set ip = '203.0.113.9' where id = (select id from platform.audit_log where sequence = 2)`, place: 2 },
    {
      what: 'a removed entry',
      spoil: `with gone as (delete from platform.audit_personal where id = (select id from platform.audit_log where sequence = 4) returning id)
        delete from platform.audit_log where id in (select id from gone)`,
      place: 4,
    },
  ])('$what is found', async ({ spoil, place }) => {
    await sealed()
    await owner.query('create temp table kept_log as table platform.audit_log; create temp table kept_personal as table platform.audit_personal')
    expect(await tampered(spoil)).toMatchObject({ ok: false, first_bad: place })
    await owner.query('delete from platform.audit_personal; delete from platform.audit_log')
    expect(await tampered('insert into platform.audit_log table kept_log; insert into platform.audit_personal table kept_personal')).toMatchObject({ ok: true })
    await owner.query('drop table kept_log, kept_personal')
  })
  test('the last entry cut off is missed', async () => {
    await sealed()
    const { rows } = await owner.query<{ sequence: string }>('select max(sequence) as sequence from platform.audit_log')
    await owner.query('delete from platform.audit_personal where id = (select id from platform.audit_log order by sequence desc nulls last limit 1)')
    await owner.query('delete from platform.audit_log where sequence = $1', [rows[0]?.sequence])
    expect(await verify()).toMatchObject({ ok: false, first_bad: Number(rows[0]?.sequence) })
    await owner.query('update platform.audit_head set sequence = (select max(sequence) from platform.audit_log), hash = (select hash from platform.audit_log order by sequence desc nulls last limit 1)')
    expect(await verify()).toMatchObject({ ok: true })
  })
  test('what names a person can be erased, and the chain still holds', async () => {
    await sealed()
    await host.host.platform.database.core.run('platform', 'delete from platform.audit_personal where actor_email = $1', ['owner@globex.example'])
    expect(await verify()).toMatchObject({ ok: true })
  })
})
