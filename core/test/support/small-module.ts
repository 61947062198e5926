import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallModule {
  id: string
  /** Body of `setup(deps)`, JavaScript: returns the module's parts. */
  setup: string
  manifest?: Record<string, unknown>
  version?: string
}

/** Writes a built module that consists of its server alone; its folder, ready for `createTestHost({ modules })`. */
export async function writeSmallModule({ id, setup, manifest = {}, version = '1.0.0' }: SmallModule): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'innoerp-small-')), id)
  const built = path.join(folder, 'build')
  await mkdir(path.join(built, 'migrations'), { recursive: true })
  const innoerp = {
    id,
    name: id,
    category: 'Core',
    icon: 'box',
    color: '#123456',
    sdk: '^1.0.0',
    permissions: { [`${id}.use`]: 'Use it' },
    roles: { employee: [`${id}.use`] },
    navigation: [],
    ...manifest,
  }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: `@innoerp/module-${id}`, version, license: 'Apache-2.0', type: 'module', innoerp }))
  const files = {
    'server.js': `import { defineModule } from '@innoerp/sdk/server'\nconst config = { permission: '${id}.use' }\nexport default defineModule({ setup(deps) {\n${setup}\n} })\n`,
    'ui.json': JSON.stringify({ entry: 'index.js', styles: [], files: {} }),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(built, name), content)
  return folder
}
