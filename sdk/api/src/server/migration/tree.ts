import { quote } from '../database/columns.js'
import { bind, type Statement } from '../database/statement.js'

/** A table whose rows stand below each other: `column` names the row above. */
export interface Tree {
  schema: string
  table: string
  column: string
}

/** What the lock of a schema's trees is called for one organization; `organization` is SQL. */
const lockOf = (schema: string, organization: string): string => `pg_advisory_xact_lock(hashtextextended('${schema} trees ' || ${organization}, 0))`

const circleFunction = ({ schema, table }: Pick<Tree, 'schema' | 'table'>): string => `${quote(schema)}.${quote(`${table}_refuse_circle`)}`

/**
 * SQL that refuses a row which would stand below itself at any depth, as constraint `<table>_no_circle`. Whoever places a row holds the
 * organization's trees until the transaction ends: of two who close a circle together, the second sees what the first has done.
 */
export function treeStatements(tree: Tree): string[] {
  const target = `${quote(tree.schema)}.${quote(tree.table)}`
  const column = quote(tree.column)
  return [
    `create function ${circleFunction(tree)}() returns trigger language plpgsql set search_path = '' as $$
begin
  perform ${lockOf(tree.schema, 'new.organization_id')};
  if exists (
    with recursive above (id) as (
      select new.${column}
      union select t.${column} from ${target} t join above on t.id = above.id where t.organization_id = new.organization_id)
    select from above where id = new.id
  ) then
    raise exception 'a ${tree.table} would stand below itself' using errcode = 'check_violation', constraint = '${tree.table}_no_circle';
  end if;
  return new;
end $$`,
    `create trigger no_circle before insert or update of ${column} on ${target} for each row when (new.${column} is not null)
execute function ${circleFunction(tree)}()`,
  ]
}

export const dropTreeStatement = (tree: Pick<Tree, 'schema' | 'table'>): string => `drop function if exists ${circleFunction(tree)}() cascade`

/**
 * Holds the trees of a module's schema for the organization until the transaction ends. What places or removes rows of a tree runs it
 * first: then nothing is removed under what is being placed below it, and nobody waits for each other in a circle.
 * @example const HOLD = treeLock('mod_hr')
 */
export const treeLock = (schema: string): Statement => bind(`select ${lockOf(schema, `nullif(current_setting('app.organization_id', true), '')::uuid`)}`, [])
