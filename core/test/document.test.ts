import { platformEvents, type EventEnvelope, type PlatformTopic } from '@innoerp/sdk/contract'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../src/testing/index.js'
import { LOG_FIELDS, PRIMARY_KEYS, REFERENCES, TABLES, TOPICS, UNIQUE } from './support/document-tables.js'
import { PROJECTS } from './support/modules.js'

const KINDS: Record<string, string> = { uuid: 'uuid', text: 'text', 'character varying': 'text', boolean: 'boolean', 'timestamp with time zone': 'time', jsonb: 'json', numeric: 'decimal', integer: 'integer' }
const COLUMNS = `select table_schema || '.' || table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema in ('tenant', 'users', 'auth')`
const INDEXES = `select n.nspname || '.' || t.relname as table, i.indisprimary as is_primary, i.indisunique as is_unique,
    array_to_string(array(select pg_get_indexdef(i.indexrelid, at, false) from generate_series(1, i.indnkeyatts) as at), ',') as columns
  from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace where n.nspname in ('tenant', 'users', 'auth')`
const FOREIGN = `select n.nspname || '.' || t.relname as table, a.attname as column, fn.nspname || '.' || f.relname as target
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    join pg_class f on f.oid = c.confrelid join pg_namespace fn on fn.oid = f.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
  where c.contype = 'f'`

let host: TestHost
let db: pg.Client
beforeAll(async () => {
  host = await createTestHost({ modules: [PROJECTS] })
  db = await host.host.platform.database.connectAsOwner()
})
afterAll(async () => {
  await db.end()
  await host.close()
})
/** `COALESCE(organization_id, …)` and `lower(email)` are about their column. */
const bare = (columns: string): string => columns.replace(/coalesce\((\w+),[^)]*\)/gi, '$1').replace(/lower\(\(?(\w+)\)?(::text)?\)/gi, '$1').replace(/::\w+/g, '')

describe('the document’s tables', () => {
  test('have its columns, each of its kind', async () => {
    const { rows } = await db.query<{ table: string; column: string; type: string }>(COLUMNS)
    const found = new Map(rows.map(({ table, column, type }) => [`${table}.${column}`, KINDS[type] ?? type]))
    const wanted = Object.entries(TABLES).flatMap(([table, columns]) => Object.entries(columns).map(([column, kind]): [string, string] => [`${table}.${column}`, kind]))
    expect(wanted.filter(([name, kind]) => found.get(name) !== kind).map(([name, kind]) => `${name} should be ${kind}, is ${found.get(name)}`)).toEqual([])
  })
  test('have its primary keys, unique keys, foreign keys and indexes', async () => {
    const { rows: indexes } = await db.query<{ table: string; is_primary: boolean; is_unique: boolean; columns: string }>(INDEXES)
    const { rows: references } = await db.query<{ table: string; column: string; target: string }>(FOREIGN)
    const has = (table: string, columns: string, kind: 'is_primary' | 'is_unique') => indexes.some((index) => index.table === table && index[kind] && bare(index.columns) === columns)
    expect(Object.entries(PRIMARY_KEYS).filter(([table, columns]) => !has(table, columns, 'is_primary'))).toEqual([])
    expect(UNIQUE.filter(([table, columns]) => !has(table, columns, 'is_unique'))).toEqual([])
    expect(REFERENCES.filter(([table, column, target]) => !references.some((row) => row.table === table && row.column === column && row.target === target))).toEqual([])
    const leads = (table: string, column: string) => indexes.some((index) => index.table === table && bare(index.columns).split(',')[0] === column)
    expect(['users.users', 'users.user_organizations', 'users.invitations', 'tenant.organization_modules'].filter((table) => !leads(table, 'organization_id'))).toEqual([])
  })
})

describe('events of the core services', () => {
  test('are those of the document', () => expect(Object.keys(platformEvents).sort()).toEqual([...TOPICS].sort()))
  test('tell what their schemas say', async () => {
    const ajv = addFormats.default(new Ajv())
    const { admin, id } = host.acme
    const person = await host.acme.person('employee')
    await admin.patch(`/api/v1/users/${person.userId}/type`, { user_type: 'manager' }).expect(200)
    await admin.patch('/api/v1/users/me', { first_name: 'Olivia' }).expect(200)
    await admin.patch('/api/v1/organizations/current', { name: 'Acme again' }).expect(200)
    await host.superAdmin.patch(`/api/v1/modules/organization/${id}/projects`, { config: { a: 1 } }).expect(200)
    for (const is_enabled of [false, true]) await host.superAdmin.patch(`/api/v1/modules/organization/${id}/projects`, { is_enabled }).expect(200)
    await host.superAdmin.post(`/api/v1/modules/unassign/${id}/projects`).expect(204)
    await host.superAdmin.post(`/api/v1/modules/apply-industry/${id}`, { industry_code: 'technology' }).expect(200)
    const { items: [plan] } = await host.superAdmin.get<{ items: { id: string }[] }>('/api/v1/subscriptions/plans').expect(200)
    await host.superAdmin.post('/api/v1/subscriptions', { organization_id: id, plan_id: plan?.id }).expect(201)
    await host.superAdmin.request('DELETE', `/api/v1/organizations/${host.globex.id}`, { json: { confirm: 'globex' } })
    const seen = async (): Promise<EventEnvelope[]> => (await Promise.all(TOPICS.map((topic) => host.events(topic)))).flat()
    await expect.poll(async () => [...new Set((await seen()).map(({ event_type }) => event_type))].sort(), { timeout: 15_000 }).toEqual([...TOPICS].sort())
    const wrong = (await seen()).filter(({ event_type, data }) => !ajv.validate(platformEvents[event_type as PlatformTopic].schema, data))
    expect(wrong.map(({ event_type, data }) => `${event_type}: ${JSON.stringify(data)}`)).toEqual([])
  }, 30_000)
})

test('a record of the log has the document’s fields and no others', async () => {
  await host.acme.admin.get('/api/v1/users').expect(200)
  const { hits } = await host.superAdmin.get<{ hits: Record<string, unknown>[] }>('/api/v1/monitor/logs/search?service=api-gateway&size=1').expect(200)
  expect(Object.keys(hits[0] ?? {}).filter((field) => field !== 'id').sort()).toEqual([...LOG_FIELDS].sort())
})
