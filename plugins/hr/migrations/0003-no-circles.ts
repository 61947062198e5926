import { migration, type ModuleSchema } from '@innoerp/sdk/server'

/** A table whose rows stand below each other: `column` names the row above. */
interface Tree {
  table: string
  column: string
}

const TREES: readonly Tree[] = [
  { table: 'department', column: 'parent_id' },
  { table: 'employee', column: 'manager_id' },
]

/**
 * Refuses a row that would stand below itself at any depth. Whoever places one holds the organization's structure until the transaction
 * ends: of two who close a circle together, the second sees what the first has done.
 */
const refuseCircles = (schema: ModuleSchema, { table, column }: Tree): void => {
  schema.raw(`create function {schema}.${table}_refuse_circle() returns trigger language plpgsql as $$
    begin
      perform {schema}.hold_structure(new.organization_id);
      if exists (
        with recursive above (id) as (
          select new.${column}
          union select t.${column} from {schema}.${table} t join above on t.id = above.id where t.organization_id = new.organization_id
        )
        select from above where id = new.id
      ) then
        raise exception 'a ${table} would stand below itself' using errcode = 'check_violation', constraint = '${table}_no_circle';
      end if;
      return new;
    end $$`)
  schema.raw(`create trigger no_circle before insert or update of ${column} on {schema}.${table} for each row when (new.${column} is not null)
    execute function {schema}.${table}_refuse_circle()`)
}

export default migration({
  expand: (schema) => {
    schema.raw(`create function {schema}.hold_structure(organization uuid) returns void language sql volatile as
      $$ select pg_advisory_xact_lock(hashtextextended('mod_hr.structure ' || organization, 0)) $$`)
    for (const tree of TREES) refuseCircles(schema, tree)
  },
  down: (schema) => {
    for (const { table } of TREES) schema.raw(`drop function if exists {schema}.${table}_refuse_circle() cascade`)
    schema.raw('drop function if exists {schema}.hold_structure(uuid)')
  },
})
