import { createTestHost, type TestHost } from '../src/testing/index.js'
import { bind, scopeStatement, Transaction } from '@innoerp/sdk/server'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROJECTS } from './support/modules.js'

const FULL = process.env.INNOERP_TEST_SIZE === 'full'
const TENANTS = 50
const TRANSACTIONS = FULL ? 200 : 20

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ module: PROJECTS, settings: { DATABASE_POOL_SIZE: '5', DATABASE_POOL_OVERFLOW: '0' } })))
afterAll(() => host.close())

const role = () => host.host.platform.database.roles.module('projects')
const pool = () => host.host.platform.database.pool
const insert = (name: string) => bind(`insert into mod_projects.project (id, name, status) values ($1, $2, 'active')`, [randomUUID(), name])
const select = bind('select organization_id, name from mod_projects.project', [])

describe('without an organization (security 2)', () => {
  test('there are no rows', async () => {
    await host.acme.admin.post('/api/v1/projects', { name: 'Seen by acme alone' }).expect(201)
    const [result] = await pool().submit({ statements: [scopeStatement({ role: role() }), select], hidden: 1 })
    expect(result?.rows).toEqual([])
  })
  test('writes are refused', async () => {
    await expect(pool().submit({ statements: [scopeStatement({ role: role() }), insert('Nobody’s')], hidden: 1 })).rejects.toThrow(/null value|row-level security/)
  })
})

test('no row of another organization in 50 organizations × many transactions on 5 connections, with rollbacks and failures (security 2)', async () => {
  const organizations: string[] = Array.from({ length: TENANTS }, () => randomUUID())
  const foreign: unknown[] = []
  const kept = new Map(organizations.map((id) => [id, 0]))
  const once = async (organizationId: string, n: number): Promise<void> => {
    const transaction = new Transaction(pool(), { role: role(), organizationId })
    try {
      const [, seen] = await transaction.run([insert(`${organizationId} ${n}`), select])
      foreign.push(...(seen?.rows ?? []).filter((row) => row.organization_id !== organizationId))
      if (n % 5 === 0) await transaction.run([bind('select * from mod_projects.no_such_table', [])])
      if (n % 3 === 0) throw new Error('changed my mind')
      await transaction.commit()
      kept.set(organizationId, (kept.get(organizationId) ?? 0) + 1)
    } catch {
      await transaction.rollback()
    }
  }
  await Promise.all(organizations.flatMap((id) => Array.from({ length: TRANSACTIONS }, (_, n) => once(id, n))))
  expect(foreign).toEqual([])
  for (const organizationId of organizations) {
    const [result] = await pool().submit({ statements: [scopeStatement({ role: role(), organizationId }), select], hidden: 1 })
    expect(result?.rows.length).toBe(kept.get(organizationId))
    expect(result?.rows.every((row) => row.organization_id === organizationId)).toBe(true)
  }
})

describe('references (security 3)', () => {
  test('a row that points at another organization’s record is refused by the database itself', async () => {
    const theirs = await host.acme.admin.post<{ id: string }>('/api/v1/projects', { name: 'Acme’s' }).expect(201)
    const member = bind(`insert into mod_projects.project_member (id, project_id, user_id, role) values ($1, $2, $3, 'member')`, [randomUUID(), theirs.id, randomUUID()])
    const scope = scopeStatement({ role: role(), organizationId: host.globex.id })
    await expect(pool().submit({ statements: [scope, member], hidden: 1 })).rejects.toMatchObject({ code: '23503' })
  })
  test('the same code may stand in two organizations, once in each', async () => {
    await host.acme.admin.post('/api/v1/projects', { name: 'One', code: 'SAME' }).expect(201)
    await host.globex.admin.post('/api/v1/projects', { name: 'Two', code: 'SAME' }).expect(201)
    expect((await host.acme.admin.post('/api/v1/projects', { name: 'Three', code: 'SAME' })).status).toBe(409)
  })
})

test('a statement that fails takes back what stood before it in the same round trip', async () => {
  const organizationId = randomUUID()
  const failing = { statements: [scopeStatement({ role: role(), organizationId }), insert('Half'), bind('select 1/0', [])], hidden: 1 }
  await expect(pool().submit(failing)).rejects.toMatchObject({ code: '22012' })
  const [result] = await pool().submit({ statements: [scopeStatement({ role: role(), organizationId }), select], hidden: 1 })
  expect(result?.rows).toEqual([])
})
