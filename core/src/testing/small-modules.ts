import type { ModulePackage } from '@innoerp/sdk/contract'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { linkSharedPackages } from '../modules/loader.js'
import type { ModuleFiles } from '../modules/module-files.js'

/** Five routes over one kind of record that lives in memory: what a module costs without a database. */
const SERVER = `import { defineModule } from '@innoerp/sdk/server'
import { Create, entity, ListQuery, listOf, Name, Page, Patch, Strict, Type, Uuid } from '@innoerp/sdk/contract'

const Thing = entity({ name: Name(200) })
const IdParams = Strict({ id: Uuid })
const thing = (id) => ({ id, version: 1, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', created_by: null, name: 'A thing' })
const config = { permission: 'ID.use' }

export default defineModule({
  setup: () => ({
    routes: async (app) => {
      const list = { querystring: ListQuery(listOf(Thing, { sort: ['name'], search: ['name'], filter: [] })), response: { 200: Page(Thing) } }
      app.get('/', { config, schema: list }, async () => ({ items: [], skip: 0, limit: 20, next: null }))
      app.post('/', { config, schema: { body: Create(Thing), response: { 201: Thing } } }, async (request, reply) => reply.code(201).send(thing('')))
      app.get('/:id', { config, schema: { params: IdParams, response: { 200: Thing } } }, async (request) => thing(request.params.id))
      app.patch('/:id', { config, schema: { params: IdParams, body: Patch(Thing), response: { 200: Thing } } }, async (request) => thing(request.params.id))
      app.delete('/:id', { config, schema: { params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => reply.code(204).send(null))
    },
  }),
})
`

const describe = (id: string): ModulePackage => ({
  name: `@innoerp/module-${id}`,
  version: '1.0.0',
  innoerp: { id, name: id, category: 'Core', icon: 'box', color: '#336699', sdk: '^1.0.0', permissions: { [`${id}.use`]: 'Use it' }, navigation: [] },
})

/** Writes `count` built modules below `folder`, each a file of its own. */
export async function writeSmallModules(folder: string, count: number): Promise<ModuleFiles[]> {
  await linkSharedPackages(folder)
  const write = async (id: string): Promise<ModuleFiles> => {
    const home = path.join(folder, id)
    const server = path.join(home, 'server.js')
    await mkdir(home, { recursive: true })
    await writeFile(path.join(home, 'package.json'), '{"type":"module"}')
    await writeFile(server, SERVER.replaceAll('ID', id))
    const nothing = { uiFolder: home, ui: { entry: 'index.js', styles: [], files: {} }, locales: new Map(), migrationsFolder: home, migrations: [] }
    return { folder: home, package: describe(id), server, ...nothing }
  }
  return Promise.all(Array.from({ length: count }, (_, n) => write(`small${n}`)))
}
