import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'
import { citusSql, planCitus } from './support/citus-plan.js'

const ROOT = path.resolve(import.meta.dirname, '../..')
const FILE = path.join(ROOT, 'infra/postgres/citus.sql')

let host: TestHost
beforeAll(async () => {
  host = await createTestHost({ modules: ['projects', 'crm', 'hr', 'finance', 'inventory'].map((id) => path.join(ROOT, 'plugins', id)) })
})
afterAll(() => host.close())

test('no table, unique index or foreign key of a module stops Citus from spreading it by organization', async () => {
  expect((await host.asOwner(planCitus)).obstacles).toEqual([])
})

test('infra/postgres/citus.sql is that of the catalogue (INNOERP_WRITE=1 writes it)', async () => {
  const sql = citusSql(await host.asOwner(planCitus))
  if (process.env.INNOERP_WRITE) await writeFile(FILE, sql)
  expect(await readFile(FILE, 'utf8')).toBe(sql)
})

test('what would stop it is named', async () => {
  const found = await host.asOwner(async (query) => {
    await query('begin')
    await query('create table mod_crm.loose (id uuid primary key, organization_id uuid, company_id uuid)')
    await query('create table mod_crm.looser (id uuid references mod_crm.loose on delete set null, organization_id uuid not null)')
    const { obstacles } = await planCitus(query)
    await query('rollback')
    return obstacles
  })
  expect(found).toEqual([
    'table mod_crm.loose: organization_id is not there, or may be null',
    'unique index mod_crm.loose_pkey: does not hold organization_id',
    'foreign key looser_id_fkey of mod_crm.looser: does not go by organization_id',
    'foreign key looser_id_fkey of mod_crm.looser: would clear organization_id',
  ])
})
