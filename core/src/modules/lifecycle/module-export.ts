import { schemaOf } from '../../platform/database/roles.js'
import type { ExportFiles, Rows } from '../../platform/exports/export-files.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { moduleErrors } from '../module-errors.js'
import { createExports, type Exports } from '../operations/exports.js'
import type { Operations } from '../operations/operations.js'

const TABLES = `select format('%I.%I', n.nspname, c.relname) as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition order by 1`

/**
 * Everything that organizations keep in a module, in one file: before it is uninstalled, and while it can still be restored. Errors:
 * MODULE_NOT_FOUND, MODULE_EXPORT_NOT_FOUND (404).
 */
export const createModuleExports = ({ files, operations, catalogue }: { files: ExportFiles; operations: Operations; catalogue: ModuleCatalogue }): Exports =>
  createExports({
    kind: 'export',
    about: 'moduleId',
    files,
    operations,
    queueOf: (id) => id,
    assertThere: (id) => {
      if (!catalogue.module(id)) throw moduleErrors.NOT_FOUND({ values: { module_id: id } })
    },
    rowsOf: async (db, id) => {
      const { rows } = await db.query<Rows>(TABLES, [schemaOf(id)])
      return [{ table: 'tenant.organization_modules', of: { column: 'module_id', value: id } }, ...rows]
    },
    notFound: () => moduleErrors.EXPORT_NOT_FOUND(),
  })
