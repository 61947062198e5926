import type { TestHost } from '@innoerp/core/testing'
import { packPackage, signPackage } from '@innoerp/sdk/packaging'
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallModule {
  id: string
  version: string
  name: string
  /** More of the manifest. */
  manifest?: Record<string, unknown>
  /** Body of the first migration's `expand`. */
  expand?: string
  /** The host's own first-party key unless told; null: it is not signed. */
  key?: KeyObject | null
}

const MIGRATION = (expand: string) => `import { migration } from '@innoerp/sdk/server'
export default migration({ expand: (schema) => { ${expand} }, down: (schema) => schema.dropTable('note') })`

const SERVER = (id: string) => `import { bind, defineModule, newId } from '@innoerp/sdk/server'
export default defineModule({
  setup: ({ db }) => ({
    routes: async (app) => {
      app.get('/', { config: { permission: '${id}.read' } }, (request) => db.run(request.context, bind('select id, title from mod_${id}.note', [])))
      app.post('/', { config: { permission: '${id}.read' } }, async (request, reply) => {
        await db.run(request.context, bind('insert into mod_${id}.note (id, title) values ($1, $2)', [newId(), 'A note']))
        return reply.code(204).send()
      })
    },
  }),
})`

const UI = 'export const bootstrap = async () => {}; export const mount = async () => {}; export const unmount = async () => {}'
const TABLE = "schema.tenantTable('note', (t) => { t.text('title').notNullable() })"

function filesOf({ id, version, name, manifest, expand = TABLE }: SmallModule): Record<string, string> {
  const own = { id, name, description: `${name} of a test`, category: 'Industry-Specific', icon: 'notes', color: '#336699', sdk: '^1.0.0', permissions: { [`${id}.read`]: 'See notes' }, navigation: [] }
  const sri = `sha384-${createHash('sha384').update(UI).digest('base64')}`
  return {
    'package.json': JSON.stringify({ name: packageOf(id), version, type: 'module', license: 'Apache-2.0', innoerp: { ...own, ...manifest } }),
    'build/server.js': SERVER(id),
    'build/ui.json': JSON.stringify({ entry: 'index.js', styles: [], files: { 'index.js': sri } }),
    'build/ui/index.js': UI,
    'build/migrations/0001-note.js': MIGRATION(expand),
  }
}

export const packageOf = (id: string): string => `@kvist/${id}`

/** Builds a module of a few lines, signs it and publishes it to the host's registry. */
export async function publishModule(host: TestHost, module: SmallModule): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'innoerp-small-'))
  try {
    for (const [file, text] of Object.entries(filesOf(module))) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), text)
    }
    if (module.key !== null) await signPackage(folder, module.key ?? createPrivateKey(await readFile(path.join(host.home, 'keys', 'first-party.pem'))))
    await upload(host, module, await packPackage(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** As npm's client does it. */
async function upload(host: TestHost, { id, version }: SmallModule, tarball: Buffer): Promise<void> {
  const name = packageOf(id)
  const file = `${name}-${version}.tgz`
  const dist = {
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    tarball: `http://localhost:${host.port}/registry/${name}/-/${file}`,
  }
  const json = {
    _id: name,
    name,
    'dist-tags': { test: version },
    versions: { [version]: { name, version, _id: `${name}@${version}`, dist } },
    _attachments: { [file]: { content_type: 'application/octet-stream', data: tarball.toString('base64'), length: tarball.length } },
  }
  const headers = { authorization: `Bearer ${host.registryToken}` }
  await host.client('localhost').request('PUT', `/registry/${name.replace('/', '%2f')}`, { json, headers }).expect(201)
}

/** Installs what was published, and waits until it serves. */
export async function installModule({ superAdmin }: TestHost, { id, version }: Pick<SmallModule, 'id' | 'version'>): Promise<{ id: string; state: string }> {
  const { operation_id } = await superAdmin.post<{ operation_id: string }>('/api/v1/module-registry/install', { package: packageOf(id), version }).expect(202)
  for (;;) {
    const { state } = await superAdmin.get<{ state: string }>(`/api/v1/operations/${operation_id}`).expect(200)
    if (state !== 'running') return { id: operation_id, state }
    await new Promise((done) => setTimeout(done, 50))
  }
}
