import { newId } from '@innoerp/sdk/server'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Operations } from '../../modules/operations/operations.js'
import type { Platform } from '../../platform/platform.js'
import { tenantErrors } from './errors.js'
import type { OrganizationRepository } from './organization-repository.js'
import { schemaTablesOf } from './tenant-tables.js'

const KIND = 'export_organization'
const BATCH = 1_000
const SCHEMAS = ['tenant', 'users', 'platform', 'mod\\_%']
/** What is nobody's data but a secret of the platform. */
const SECRETS = new Set(['password_hash', 'token', 'invitation_token', 'successor', 'salt'])
const LEFT_OUT = new Set(['users.invitations', 'platform.mail_outbox', 'platform.log_entries', 'platform.outbox', 'platform.inbox', 'platform.idempotency_keys'])

interface Input {
  organizationId: string
  file: string
}
/** Everything of an organization in one file: a line of JSON for each row, packed with gzip. */
export interface ExportService {
  /** @throws TENANT_NOT_FOUND (404) */
  start(organizationId: string, by: string): Promise<string>
  /** @throws TENANT_EXPORT_NOT_FOUND (404) until it is done */
  read(organizationId: string, operationId: string): Promise<{ size: number; stream: Readable }>
}

export function createExportService({ platform, operations, organizations }: { platform: Platform; operations: Operations; organizations: OrganizationRepository }): ExportService {
  const folder = path.join(platform.config.home, 'exports')
  operations.define(KIND, async ({ organizationId, file }: Input, progress) => {
    const counted = await progress.step('write', () => write(platform, { organizationId, target: path.join(folder, file) }))
    progress.note(`${counted.rows} rows of ${counted.tables} tables`)
  })
  return {
    start: async (organizationId, by) => {
      if (!(await organizations.find('platform', organizationId))) throw tenantErrors.NOT_FOUND()
      const input = { organizationId, file: `${organizationId}-${newId()}.ndjson.gz` }
      return operations.start({ kind: KIND, moduleId: `organization ${organizationId}`, input, by })
    },
    read: async (organizationId, operationId) => {
      const operation = await operations.find(operationId).catch(() => undefined)
      const input = operation?.input as Partial<Input> | undefined
      if (operation?.kind !== KIND || operation.state !== 'succeeded' || input?.organizationId !== organizationId || !input.file) throw tenantErrors.EXPORT_NOT_FOUND()
      const file = path.join(folder, path.basename(input.file))
      const found = await stat(file).catch(() => undefined)
      if (!found) throw tenantErrors.EXPORT_NOT_FOUND()
      return { size: found.size, stream: createReadStream(file) }
    },
  }
}

/** Written beside and renamed, so that a file that is there is whole. All rows are of one moment. */
async function write({ database }: Platform, { organizationId, target }: { organizationId: string; target: string }): Promise<{ rows: number; tables: number }> {
  await mkdir(path.dirname(target), { recursive: true })
  const db = await database.connectAsOwner()
  const counted = { rows: 0, tables: 0 }
  try {
    await db.query(`set role "${database.roles.owner}"`)
    await db.query('begin isolation level repeatable read read only')
    const beside = `${target}.part`
    await pipeline(Readable.from(linesOf(db, organizationId, counted)), createGzip(), createWriteStream(beside, { mode: 0o600 }))
    await rename(beside, target)
    return counted
  } finally {
    await db.query('rollback').catch(() => {})
    await db.end()
    await rm(`${target}.part`, { force: true })
  }
}

async function* linesOf(db: pg.ClientBase, organizationId: string, counted: { rows: number; tables: number }): AsyncGenerator<string> {
  const { rows: [organization] } = await db.query<object>('select * from tenant.organizations where id = $1', [organizationId])
  yield lineOf('tenant.organizations', organization as Record<string, unknown>)
  for (const schema of SCHEMAS) {
    for (const table of (await schemaTablesOf(db, schema)).filter((name) => !LEFT_OUT.has(name))) {
      counted.tables += 1
      yield* linesOfTable(db, { table, organizationId }, counted)
    }
  }
}

async function* linesOfTable(db: pg.ClientBase, { table, organizationId }: { table: string; organizationId: string }, counted: { rows: number }): AsyncGenerator<string> {
  await db.query(`declare rows no scroll cursor for select * from ${table} where organization_id = '${organizationId}'`)
  for (;;) {
    const { rows } = await db.query<Record<string, unknown>>(`fetch ${BATCH} from rows`)
    if (rows.length === 0) break
    counted.rows += rows.length
    for (const row of rows) yield lineOf(table, row)
  }
  await db.query('close rows')
}

const lineOf = (table: string, row: Record<string, unknown>): string => `${JSON.stringify({ table, row: withoutSecrets(row) })}\n`
const withoutSecrets = (row: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(row).filter(([name]) => !SECRETS.has(name)))
