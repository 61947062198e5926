/** What drafting needs of one field of a record: its JSON schema. */
export interface FieldPlan {
  type?: string | readonly string[]
  format?: string
  pattern?: string
  description?: string
  maximum?: number
  default?: unknown
}

/** A record of `src/shared` and the table that keeps it. */
export interface EntityPlan {
  /** What it is exported as: `Note`. */
  name: string
  /** Where from, seen from the folder of migrations: `../src/shared/note.js`. */
  importedFrom: string
  table: string
  fields: Readonly<Record<string, FieldPlan>>
  required: readonly string[]
  /** Fields that its lists sort by → the index for that, with `{schema}` for the schema. */
  sort: Readonly<Record<string, string>>
}

/** What the migrations of a module would have a database do, in order. */
export interface MigrationPlan {
  file: string
  expand: readonly string[]
  contract: readonly string[]
}

export interface ModulePlan {
  entities: readonly EntityPlan[]
  migrations: readonly MigrationPlan[]
  /** Why its code could not be read. */
  problem?: string
}

/** Columns that `tenantTable` brings. */
export const BROUGHT: ReadonlySet<string> = new Set(['organization_id', 'id', 'version', 'created_at', 'updated_at', 'created_by', 'deleted_at'])
