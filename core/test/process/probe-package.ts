import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A module that does what its caller says, or misbehaves by itself. */
export interface ProbeInit {
  id: string
  version?: string
  /** Runs when the server file is imported. */
  atImport?: string
  /** Runs when the migration is imported. */
  inMigration?: string
  /** What a super admin granted it. */
  granted?: readonly string[]
}

const SERVER = `
import { bind, defineModule } from '@innoerp/sdk/server'
import { errorTable, event } from '@innoerp/sdk/contract'

const AsyncFunction = (async () => {}).constructor
const require = (await import('node:module')).createRequire(import.meta.url)
const errors = errorTable('PROBE', { ODD: ['conflict', 'That is odd: {what}.'] })
const use = { permission: 'ID.use' }

export default defineModule({
  setup(deps) {
    const { db } = deps
    const tools = { deps, db, bind, errors, event, require }
    const rows = (ctx) => db.run(ctx, bind('select title, organization_id from SCHEMA.row order by title', []))
    return {
      routes: async (app) => {
        app.get('/rows', { config: use }, async ({ context }) => ({ items: await rows(context) }))
        app.post('/rows', { config: use, schema: { body: { type: 'object', required: ['title'], additionalProperties: false, properties: { title: { type: 'string', maxLength: 50 } } } } }, async ({ context, body }, reply) => {
          await db.run(context, bind('insert into SCHEMA.row (id, title) values (gen_random_uuid(), $1)', [body.title]))
          return reply.code(201).send({ title: body.title })
        })
        app.post('/run', { config: use }, async (request, reply) => new AsyncFunction('tools', 'request', 'reply', request.body.code)(tools, request, reply))
        app.get('/open', { config: { public: true } }, async (request) => ({ headers: request.headers, context: request.context }))
        app.get('/forbidden', { config: { permission: 'ID.never' } }, async () => ({}))
      },
      consumers: {
        'organization.updated': async (tx, data) => {
          if (data.fail) throw new Error('poison')
          await db.run(tx, bind('insert into SCHEMA.row (id, title) values (gen_random_uuid(), $1)', [data.title]))
        },
      },
      jobs: { note: async (ctx, { title }) => void (await db.run(ctx, bind('insert into SCHEMA.row (id, title) values (gen_random_uuid(), $1)', [title]))) },
      ports: { 'WORD.title': async (ctx, { n }) => (await rows(ctx))[n]?.title },
    }
  },
})
`
const MIGRATION = `
import { migration } from '@innoerp/sdk/server'
export default migration({
  expand: (schema) => {
    schema.tenantTable('row', (t) => void t.text('title').notNullable())
    schema.raw('revoke update, delete on {schema}.row from "' + schema.names.role + '"')
    schema.raw('grant update (title) on {schema}.row to "' + schema.names.role + '"')
  },
  down: (schema) => schema.dropTable('row'),
})
`

/** As topics, ports and schemas write a module's id. */
const wordOf = (id: string): string => id.replaceAll('-', '_')

/** Writes the package as an installed one lies in \`<home>/modules\`. Returns its folder. */
export async function writeProbe(modules: string, { id, version = '1.0.0', atImport = '', inMigration = '' }: ProbeInit): Promise<string> {
  const folder = path.join(modules, id, version)
  const manifest = {
    id,
    name: id,
    category: 'Core',
    icon: 'box',
    color: '#336699',
    sdk: '^1.0.0',
    permissions: { [`${id}.use`]: 'Use it', [`${id}.never`]: 'Nobody has it' },
    navigation: [],
    events: { publishes: [`${wordOf(id)}.row.created`], consumes: ['organization.updated'] },
    ports: [`${wordOf(id)}.title`],
    jobs: ['note'],
  }
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text.replaceAll('SCHEMA', `mod_${wordOf(id)}`).replaceAll('WORD', wordOf(id)).replaceAll('ID.', `${id}.`))
  }
  await write('package.json', JSON.stringify({ name: `@innoerp/module-${id}`, version, type: 'module', innoerp: manifest }))
  await write('build/ui.json', JSON.stringify({ entry: 'index.js', styles: [], files: {} }))
  await write('build/server.js', `${atImport}\n${SERVER}`)
  await write('build/migrations/0001-row.js', `${inMigration}\n${MIGRATION}`)
  return folder
}
