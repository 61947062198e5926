// Runs the code of a module, in a process of its own: reads its records, its models and what its migrations would do.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Contract from '@innoerp/sdk/contract'
import type { AnyEntity, ListSpec } from '@innoerp/sdk/contract'
import type * as Server from '@innoerp/sdk/server'
import type { Migration, TenantModel } from '@innoerp/sdk/server'
import type { EntityPlan, FieldPlan, MigrationPlan, ModulePlan } from './plan.js'

/** What the bundle that {@link readPlan} makes exports. */
interface Bundle {
  shared: Readonly<Record<string, Record<string, unknown>>>
  server: readonly Record<string, unknown>[]
  migrations: Readonly<Record<string, { default?: Migration }>>
}
type Model = typeof TenantModel

const [folder = '', bundleFile = ''] = process.argv.slice(2)
const names = { schema: 'module', role: 'module', owner: 'owner' }
const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const own = async <T>(path: string) => (await import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(path)).href)) as T

async function readModule(): Promise<ModulePlan> {
  const [contract, sdk, bundle] = await Promise.all([
    own<typeof Contract>('@innoerp/sdk/contract'),
    own<typeof Server>('@innoerp/sdk/server'),
    import(pathToFileURL(bundleFile).href) as Promise<Bundle>,
  ])
  return { entities: entitiesOf(bundle, { contract, sdk }), migrations: migrationsOf(bundle, sdk) }
}

function entitiesOf({ shared, server }: Bundle, { contract, sdk }: { contract: typeof Contract; sdk: typeof Server }): EntityPlan[] {
  const isEntity = (value: unknown): value is AnyEntity & { required?: string[] } =>
    isObject(value) && isObject(value.properties) && contract.BASE_FIELDS.every((field) => field in (value.properties as object))
  const isModel = (value: unknown): value is Model => typeof value === 'function' && value.prototype instanceof sdk.TenantModel
  const models = server.flatMap((file) => Object.values(file).filter(isModel))
  const lists = Object.values(shared).flatMap((file) => Object.values(file).filter((value): value is ListSpec => isObject(value) && isEntity(value.entity) && Array.isArray(value.sort)))
  // What has no model but the name or the fields of what has one shows that one's records, with more beside them.
  const isView = (name: string, { properties }: AnyEntity) => models.some((one) => one.tableName === snake(name) || Object.keys(one.entity.properties).every((field) => field in properties))
  return Object.entries(shared).flatMap(([importedFrom, file]) =>
    Object.entries(file).flatMap(([name, entity]): EntityPlan[] => {
      if (!isEntity(entity)) return []
      const model = models.find((one) => one.entity === entity)
      if (!model && isView(name, entity)) return []
      const fields = entity.properties as Record<string, FieldPlan>
      const sorted = [...new Set(lists.filter((list) => list.entity === entity).flatMap((list) => list.sort))]
      const table = model?.tableName ?? snake(name)
      const sort = Object.fromEntries(sorted.map((column) => [column, indexFor({ table, entity, column }, sdk)]))
      return [{ name, importedFrom, table, fields, required: entity.required ?? [], sort }]
    }),
  )
}

function indexFor({ table, entity, column }: { table: string; entity: AnyEntity; column: string }, { ModuleSchema }: typeof Server): string {
  const schema = new ModuleSchema(names)
  schema.tenantTable(table, (_, tenant) => tenant.sortable(entity, [column]))
  const statement = schema.statements.find((sql) => sql.startsWith('create index')) ?? ''
  return statement.replace(`"${names.schema}".`, '{schema}.')
}

function migrationsOf({ migrations }: Bundle, { ModuleSchema }: typeof Server): MigrationPlan[] {
  const statementsOf = (step: Migration['expand'] | undefined): string[] => {
    const schema = new ModuleSchema(names)
    step?.(schema)
    return schema.statements
  }
  return Object.entries(migrations).map(([file, { default: steps }]) => ({ file, expand: statementsOf(steps?.expand), contract: statementsOf(steps?.contract) }))
}

const answer = await readModule().catch((thrown: unknown): ModulePlan => ({ entities: [], migrations: [], problem: thrown instanceof Error ? thrown.message : String(thrown) }))
process.send?.(JSON.stringify(answer))
