import knex, { type Knex } from 'knex'
import { quote, sortExpression, tableName } from '../database/columns.js'
import type { AnyEntity } from '../../contract/entity.js'
import { dropTreeStatement, treeStatements } from './tree.js'

const builder = knex({ client: 'pg' })

/** Names that a module's tables are made under. */
export interface SchemaNames {
  schema: string
  /** The role that the module's statements run as. */
  role: string
  /** The role that owns the tables and migrates. */
  owner: string
}

/** What a table of tenants needs beyond knex's own column builder. */
export interface TenantColumns {
  /** A name people sort by: ICU collation, so that case and accents order as in a dictionary. */
  name(column: string): Knex.ColumnBuilder
  /** A fractional rank: byte order. */
  rank(column: string): Knex.ColumnBuilder
  /** An exact decimal without a fixed scale: digits come back as they were written. */
  decimal(column: string): Knex.ColumnBuilder
  /** A reference inside the organization; with `table` of the same module it is a foreign key over (organization_id, id). */
  reference(column: string, to?: { table: string; onDelete?: 'cascade' | 'restrict' | 'set null' }): Knex.ColumnBuilder
  /** Indexes for the lists that sort by these fields of `entity`. */
  sortable(entity: AnyEntity, columns: readonly string[]): void
}

const ORGANIZATION = `nullif(current_setting('app.organization_id', true), '')::uuid`
const USER = `nullif(current_setting('app.user_id', true), '')::uuid`
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Collects the SQL of one migration step; the host runs it as the owner in one transaction. */
export class ModuleSchema {
  readonly names: SchemaNames
  readonly statements: string[] = []

  constructor(names: SchemaNames) {
    this.names = names
  }

  /**
   * A table of tenants: organization_id and id as its key, row level security enabled and forced with a policy for the module's role,
   * grants, version, created_at, updated_at, created_by, deleted_at.
   */
  tenantTable(table: string, define: (t: Knex.CreateTableBuilder, tenant: TenantColumns) => void): void {
    const after: string[] = []
    const create = builder.schema.withSchema(this.names.schema).createTable(table, (t) => {
      t.uuid('organization_id').notNullable().defaultTo(builder.raw(ORGANIZATION))
      t.uuid('id').notNullable()
      define(t, this.#columns(t, { table, after }))
      t.integer('version').notNullable().defaultTo(1)
      t.timestamp('created_at', { useTz: true, precision: 3 }).notNullable().defaultTo(builder.fn.now())
      t.timestamp('updated_at', { useTz: true, precision: 3 }).notNullable().defaultTo(builder.fn.now())
      t.uuid('created_by').defaultTo(builder.raw(USER))
      t.timestamp('deleted_at', { useTz: true, precision: 3 })
      t.primary(['organization_id', 'id'])
    })
    this.#collect(create)
    this.statements.push(...after, ...this.#protection(table))
  }

  alterTable(table: string, define: (t: Knex.AlterTableBuilder) => void): void {
    this.#collect(builder.schema.withSchema(this.names.schema).alterTable(table, define))
  }

  /**
   * Keeps the rows of a table a tree: `column` names the row above. One that would stand below itself at any depth breaks the constraint
   * `<table>_no_circle`, also where many are placed at once (see `treeLock`).
   */
  tree(table: string, column: string): void {
    this.statements.push(...treeStatements({ schema: this.names.schema, table, column }))
  }

  /** Takes back {@link tree}. */
  dropTree(table: string): void {
    this.statements.push(dropTreeStatement({ schema: this.names.schema, table }))
  }

  dropTable(table: string): void {
    this.statements.push(`drop table if exists ${tableName(this.names.schema, table)} cascade`)
  }

  /** SQL of the module's own; `{schema}` stands for its quoted schema. */
  raw(sql: string): void {
    this.statements.push(sql.replaceAll('{schema}', quote(this.names.schema)))
  }

  #collect(query: Knex.SchemaBuilder): void {
    for (const { sql } of query.toSQL() as unknown as { sql: string }[]) this.statements.push(sql)
  }

  #columns(t: Knex.CreateTableBuilder, { table, after }: { table: string; after: string[] }): TenantColumns {
    const target = (name: string) => tableName(this.names.schema, name)
    return {
      name: (column) => t.specificType(column, 'text collate "und-x-icu"'),
      rank: (column) => t.specificType(column, 'text collate "C"'),
      decimal: (column) => t.specificType(column, 'numeric'),
      reference: (column, to) => {
        if (to) {
          // Of the key's two columns only the reference itself may be emptied.
          const onDelete = to.onDelete === 'set null' ? `set null (${quote(column)})` : (to.onDelete ?? 'restrict')
          after.push(
            `alter table ${target(table)} add foreign key (organization_id, ${quote(column)}) references ${target(to.table)} (organization_id, id) on delete ${onDelete}`,
          )
        }
        after.push(`create index on ${target(table)} (organization_id, ${quote(column)}) where deleted_at is null`)
        return t.uuid(column)
      },
      sortable: (entity, columns) => {
        for (const column of columns) {
          const by = sortExpression(column, entity.properties[column])
          after.push(`create index on ${target(table)} (organization_id, (${by}), id) where deleted_at is null`)
        }
      },
    }
  }

  #protection(table: string): string[] {
    const { schema, role, owner } = this.names
    const target = tableName(schema, table)
    return [
      `alter table ${target} enable row level security`,
      `alter table ${target} force row level security`,
      `create policy tenant on ${target} to ${quote(role)} using (organization_id = ${ORGANIZATION}) with check (organization_id = ${ORGANIZATION})`,
      `create policy owner on ${target} to ${quote(owner)} using (true) with check (true)`,
      `grant select, insert, update, delete on ${target} to ${quote(role)}`,
      `comment on table ${target} is ${literal('tenant table')}`,
    ]
  }
}
