import { newId } from '@innoerp/sdk/server'
import type { Readable } from 'node:stream'
import { schemaOf } from '../../platform/database/roles.js'
import type { ExportFiles, Rows } from '../../platform/exports/export-files.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { moduleErrors } from '../module-errors.js'
import type { Operations } from '../operations/operations.js'

const KIND = 'export'
const TABLES = `select format('%I.%I', n.nspname, c.relname) as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition order by 1`

interface Input {
  moduleId: string
  file: string
}
/** Everything that organizations keep in a module, in one file: before it is uninstalled, and while it can still be restored. */
export interface ModuleExports {
  /** @throws MODULE_NOT_FOUND (404) */
  start(moduleId: string, by: string): Promise<string>
  /** @throws MODULE_EXPORT_NOT_FOUND (404) until it is done */
  read(moduleId: string, operationId: string): Promise<{ size: number; stream: Readable }>
}

export function createModuleExports({ files, operations, catalogue }: { files: ExportFiles; operations: Operations; catalogue: ModuleCatalogue }): ModuleExports {
  operations.define(KIND, async ({ moduleId, file }: Input, progress) => {
    const counted = await progress.step('write', () =>
      files.write(file, async (db) => {
        const { rows } = await db.query<Rows>(TABLES, [schemaOf(moduleId)])
        return [{ table: 'tenant.organization_modules', of: { column: 'module_id', value: moduleId } }, ...rows]
      }),
    )
    progress.note(`${counted.rows} rows of ${counted.tables} tables`)
  })
  return {
    start: async (moduleId, by) => {
      if (!catalogue.module(moduleId)) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
      return operations.start({ kind: KIND, moduleId, input: { moduleId, file: `${moduleId}-${newId()}.ndjson.gz` }, by })
    },
    read: async (moduleId, operationId) => {
      const operation = await operations.find(operationId).catch(() => undefined)
      const input = operation?.input as Partial<Input> | undefined
      const isOurs = operation?.kind === KIND && operation.state === 'succeeded' && input?.moduleId === moduleId
      const found = isOurs && input.file ? await files.open(input.file) : undefined
      if (!found) throw moduleErrors.EXPORT_NOT_FOUND()
      return found
    },
  }
}
