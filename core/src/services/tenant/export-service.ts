import { newId } from '@innoerp/sdk/server'
import type { Readable } from 'node:stream'
import type pg from 'pg'
import type { Operations } from '../../modules/operations/operations.js'
import type { ExportFiles, Rows } from '../../platform/exports/export-files.js'
import { tenantErrors } from './errors.js'
import type { OrganizationRepository } from './organization-repository.js'
import { schemaTablesOf } from './tenant-tables.js'

const KIND = 'export_organization'
const SCHEMAS = ['tenant', 'users', 'platform', 'mod\\_%']
const LEFT_OUT = new Set(['users.invitations', 'platform.mail_outbox', 'platform.log_entries', 'platform.outbox', 'platform.inbox', 'platform.idempotency_keys'])

interface Input {
  organizationId: string
  file: string
}
/** Everything of an organization in one file. */
export interface ExportService {
  /** @throws TENANT_NOT_FOUND (404) */
  start(organizationId: string, by: string): Promise<string>
  /** @throws TENANT_EXPORT_NOT_FOUND (404) until it is done */
  read(organizationId: string, operationId: string): Promise<{ size: number; stream: Readable }>
}

export function createExportService({ files, operations, organizations }: { files: ExportFiles; operations: Operations; organizations: OrganizationRepository }): ExportService {
  operations.define(KIND, async ({ organizationId, file }: Input, progress) => {
    const counted = await progress.step('write', () => files.write(file, (db) => rowsOf(db, organizationId)))
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
      const found = await files.open(input.file)
      if (!found) throw tenantErrors.EXPORT_NOT_FOUND()
      return found
    },
  }
}

async function rowsOf(db: pg.ClientBase, organizationId: string): Promise<Rows[]> {
  const tables: string[] = []
  for (const schema of SCHEMAS) tables.push(...(await schemaTablesOf(db, schema)).filter((name) => !LEFT_OUT.has(name)))
  return [{ table: 'tenant.organizations', of: { column: 'id', value: organizationId } }, ...tables.map((table): Rows => ({ table, of: { column: 'organization_id', value: organizationId } }))]
}
