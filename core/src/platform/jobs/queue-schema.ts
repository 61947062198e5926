import { runMigrations } from 'graphile-worker'
import type { Database } from '../database/database.js'

/** The schema of graphile-worker's own tables. */
export const SCHEMA = 'graphile_worker'

// Its tables have row level security without policies: whoever does not own them needs one (the library's documentation, “Schema”).
// The lock: services that start together would else change the same rights at once, which PostgreSQL refuses.
const OPEN = (relay: string): string => `select pg_advisory_xact_lock(hashtext('rights of ${SCHEMA}'));
  do $$
  declare t regclass;
  begin
    for t in select c.oid::regclass from pg_class c where c.relnamespace = '${SCHEMA}'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')
    loop execute format('create policy worker on %s to "${relay}" using (true) with check (true)', t); end loop;
  end $$;
  grant usage on schema ${SCHEMA} to "${relay}";
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to "${relay}";
  grant usage on all sequences in schema ${SCHEMA} to "${relay}"`

/** Brings graphile-worker's tables up to date as the owner of all tables, and lets the relay's role work with them. */
export async function prepareQueue({ openPool, roles }: Pick<Database, 'openPool' | 'roles'>): Promise<void> {
  const pgPool = openPool('owner', 1)
  try {
    await runMigrations({ pgPool, schema: SCHEMA })
    await pgPool.query(OPEN(roles.relay))
  } finally {
    await pgPool.end()
  }
}
