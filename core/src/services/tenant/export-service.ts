import type pg from 'pg'
import { createExports, type Exports } from '../../modules/operations/exports.js'
import type { Operations } from '../../modules/operations/operations.js'
import type { ExportFiles, Rows } from '../../platform/exports/export-files.js'
import { tenantErrors } from './errors.js'
import type { OrganizationRepository } from './organization-repository.js'
import { schemaTablesOf } from './tenant-tables.js'

const SCHEMAS = ['tenant', 'users', 'platform', 'mod\\_%']
const LEFT_OUT = new Set(['users.invitations', 'platform.mail_outbox', 'platform.log_entries', 'platform.outbox', 'platform.inbox', 'platform.idempotency_keys'])

/** Everything of an organization in one file. Errors: TENANT_NOT_FOUND, TENANT_EXPORT_NOT_FOUND (404). */
export const createExportService = ({ files, operations, organizations }: { files: ExportFiles; operations: Operations; organizations: OrganizationRepository }): Exports =>
  createExports({
    kind: 'export_organization',
    about: 'organizationId',
    files,
    operations,
    rowsOf,
    queueOf: (id) => `organization ${id}`,
    assertThere: async (id) => {
      if (!(await organizations.find('platform', id))) throw tenantErrors.NOT_FOUND()
    },
    notFound: () => tenantErrors.EXPORT_NOT_FOUND(),
  })

async function rowsOf(db: pg.ClientBase, organizationId: string): Promise<Rows[]> {
  const tables: string[] = []
  for (const schema of SCHEMAS) tables.push(...(await schemaTablesOf(db, schema)).filter((name) => !LEFT_OUT.has(name)))
  return [{ table: 'tenant.organizations', of: { column: 'id', value: organizationId } }, ...tables.map((table): Rows => ({ table, of: { column: 'organization_id', value: organizationId } }))]
}
