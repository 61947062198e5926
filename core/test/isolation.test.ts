import { createTestHost, proveIsolation, type TestHost } from '../src/testing/index.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CRM, PROJECTS } from './support/modules.js'

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ modules: [PROJECTS, CRM] })))
afterAll(() => host.close())

test('nothing gets from one organization to another: every table, every route of OpenAPI (security 1 and 4)', async () => {
  expect(await proveIsolation(host)).toEqual([])
})

test('the proof would find a table without forced policies', async () => {
  const db = await host.host.platform.database.connectAsOwner()
  try {
    await db.query(`set role "${host.host.platform.database.roles.owner}"`)
    await db.query('create table mod_crm.leak (organization_id uuid, id uuid)')
    expect(await proveIsolation(host)).toContain('mod_crm.leak: row level security is not forced')
    await db.query('drop table mod_crm.leak')
  } finally {
    await db.end()
  }
})

test('routes tested are routes registered: every module’s base and every service is in the document', () => {
  const paths = Object.keys(host.host.document().paths ?? {})
  for (const base of ['/api/v1/projects', '/api/v1/crm/companies', '/api/v1/auth/login', '/api/v1/users', '/api/v1/organizations', '/api/v1/ui/feed']) {
    expect(paths.some((path) => path.startsWith(base))).toBe(true)
  }
})

test('a low role may not do what its manifest does not give it', async () => {
  const client = await host.acme.person('client')
  expect((await client.post('/api/v1/crm/companies', { name: 'No' })).status).toBe(403)
  expect((await client.get('/api/v1/organizations')).status).toBe(404)
  expect((await client.get('/api/v1/users/invitations')).status).toBe(403)
  expect((await client.patch(`/api/v1/users/${client.userId}/type`, { user_type: 'admin' })).status).toBe(403)
})
