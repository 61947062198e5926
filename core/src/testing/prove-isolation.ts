import type { TestClient } from './client.js'
import { concretePath, operationsOf, type Operation } from './operations.js'
import type { TestHost } from './test-host.js'

const REFUSED = [401, 403, 404]

const TABLES = `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as is_forced,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as is_tenant,
    (select count(*) from pg_policy p where p.polrelid = c.oid and p.polqual is null and p.polcmd <> 'a') as without_using,
    (select count(*) from pg_policy p where p.polrelid = c.oid and p.polwithcheck is null and p.polcmd in ('a', 'w', '*')) as without_check,
    pg_get_userbyid(c.relowner) as owner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'`
const ROLES = `select rolname from pg_roles where starts_with(rolname, current_database() || '_') and (rolsuper or rolbypassrls)`

/**
 * Tries what one tenant can try against another, on every route that OpenAPI lists and every table there is. Returns what got
 * through: an empty list is the proof (security 1 and 4).
 */
export async function proveIsolation(host: TestHost): Promise<string[]> {
  return [...(await proveTables(host)), ...(await proveRoutes(host))]
}

/** Every tenant table: row level security enabled and forced, with USING and WITH CHECK; no role of ours owns it or passes by. */
async function proveTables({ host }: TestHost): Promise<string[]> {
  const db = await host.platform.database.connectAsOwner()
  try {
    const { rows: tables } = await db.query<{ name: string; is_forced: boolean; is_tenant: boolean; without_using: string; without_check: string; owner: string }>(TABLES)
    const { rows: roles } = await db.query<{ rolname: string }>(ROLES)
    const { owner } = host.platform.database.roles
    return [
      ...tables.filter((table) => table.is_tenant && !table.is_forced).map(({ name }) => `${name}: row level security is not forced`),
      ...tables.filter((table) => table.is_tenant && (Number(table.without_using) > 0 || Number(table.without_check) > 0)).map(({ name }) => `${name}: a policy lacks USING or WITH CHECK`),
      ...tables.filter((table) => table.owner !== owner).map((table) => `${table.name} belongs to ${table.owner}`),
      ...roles.map(({ rolname }) => `${rolname} passes by row level security`),
    ]
  } finally {
    await db.end()
  }
}

async function proveRoutes(host: TestHost): Promise<string[]> {
  const { acme, globex } = host
  const bare = await withoutModules(host)
  const forged = { 'x-organization-id': acme.id, 'x-tenant-id': acme.id, 'x-forwarded-host': 'acme.localhost', forwarded: 'host=acme.localhost' }
  const intruder = globex.anonymous()
  intruder.token = acme.admin.token
  const moduleBases = host.host.catalogue.list().map((entry) => entry.api_endpoint)
  const isModules = ({ path }: Operation) => moduleBases.some((base) => path === base || path.startsWith(`${base}/`))
  const closed = operationsOf(host.host.document()).filter((operation) => !operation.isPublic)
  const attempts: [string, Operation[], TestClient, Record<string, string>?][] = [
    ['no token', closed, acme.anonymous()],
    ['no token on the admin host', closed, host.client('admin.localhost')],
    ['a token of another organization', closed, intruder],
    ['forged headers', closed, globex.anonymous(), forged],
    ['a Host that is none of ours', closed, Object.assign(host.client('acme.localhost.evil.example'), { token: acme.admin.token })],
    ['a module that is not assigned', closed.filter(isModules), bare],
  ]
  const problems: string[] = []
  for (const [what, operations, client, headers] of attempts) {
    for (const operation of operations) {
      const json = operation.hasBody ? {} : undefined
      const { status } = await client.request(operation.method, concretePath(operation), { json, ...(headers && { headers }) })
      if (!REFUSED.includes(status)) problems.push(`${what}: ${operation.method} ${operation.path} answered ${status}`)
    }
  }
  return problems
}

async function withoutModules({ signUp, superAdmin, host }: TestHost): Promise<TestClient> {
  const tenant = await signUp(`bare-${Math.random().toString(36).slice(2, 8)}`)
  for (const { module_id } of host.catalogue.list()) await superAdmin.post(`/api/v1/modules/unassign/${tenant.id}/${module_id}`)
  return tenant.admin
}
