import type { Manifest } from '@innoerp/sdk/contract'
import { packPackage, signPackage } from '@innoerp/sdk/packaging'
import { createHash, type KeyObject } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publishTarball, type Publisher } from './publish.js'
import { ownKey } from './variants.js'

/** A module in one page of JavaScript, as a build would leave it: rows with a `title`, and whatever a test wants of it. */
export interface TinyModule {
  id: string
  version: string
  /** More of the manifest. */
  manifest?: Partial<Manifest>
  /** More migrations after the first one: file name → source. */
  migrations?: Record<string, string>
  /** Code at the top of server.js. */
  prelude?: string
  /** Code in the handler of GET /. */
  onList?: string
  /** The host's own first-party key unless told. */
  key?: KeyObject
}

const FIRST_MIGRATION = `import { migration } from '@innoerp/sdk/server'
export default migration({
  expand: (schema) => schema.tenantTable('thing', (t) => { t.text('title').notNullable() }),
  down: (schema) => schema.dropTable('thing'),
})`

const serverOf = ({ id, prelude = '', onList = '' }: TinyModule): string => `${prelude}
import { bind, defineModule, newId } from '@innoerp/sdk/server'
const TABLE = 'mod_${id.replaceAll('-', '_')}.thing'
export default defineModule({
  setup({ db }) {
    return {
      routes: async (app) => {
        app.get('/', { config: { permission: '${id}.read' } }, async (request) => {
          ${onList}
          return { settings: request.context.settings, items: await db.run(request.context, bind('select id, title from ' + TABLE + ' order by id', [])) }
        })
        app.post('/', { schema: { body: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] } }, config: { permission: '${id}.read' } }, async (request, reply) => {
          const [row] = await db.run(request.context, bind('insert into ' + TABLE + ' (id, title) values ($1, $2) returning id, title', [newId(), request.body.title]))
          return reply.code(201).send(row)
        })
      },
    }
  },
})`

/** Builds, signs and publishes it. */
export async function publishTiny(host: Publisher, module: TinyModule): Promise<{ name: string; version: string }> {
  const { id, version } = module
  const name = `@innoerp/module-${id}`
  const folder = await mkdtemp(path.join(tmpdir(), 'innoerp-tiny-'))
  const ui = `export const bootstrap = async () => {}; export const mount = async () => {}; export const unmount = async () => {}; // ${version}`
  const manifest = {
    id,
    name: `Tiny ${id}`,
    category: 'Core',
    icon: 'notes',
    color: '#336699',
    sdk: '^1.0.0',
    permissions: { [`${id}.read`]: 'See things' },
    navigation: [],
    ...module.manifest,
  }
  const files = {
    'package.json': JSON.stringify({ name, version, type: 'module', license: 'Apache-2.0', innoerp: manifest }),
    'build/server.js': serverOf(module),
    'build/ui.json': JSON.stringify({ entry: 'index.js', styles: [], files: { 'index.js': `sha384-${createHash('sha384').update(ui).digest('base64')}` } }),
    'build/ui/index.js': ui,
    'build/migrations/0001-thing.js': FIRST_MIGRATION,
    ...Object.fromEntries(Object.entries(module.migrations ?? {}).map(([file, source]) => [`build/migrations/${file}`, `import { migration } from '@innoerp/sdk/server'\n${source}`])),
  }
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), text)
    }
    await signPackage(folder, module.key ?? (await ownKey(host, 'first-party')))
    await publishTarball(host, { name, version, tarball: await packPackage(folder) })
    return { name, version }
  } finally {
    await rm(folder, { recursive: true })
  }
}
