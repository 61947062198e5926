import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { listFiles } from '@innoerp/sdk/packaging'
import { buildFolderOf } from '../built-package.js'
import type { BuildResult } from '../builder/build-module.js'
import { command } from '../command.js'

export const build = command({
  summary: 'Builds a module into its build folder: server, pages, migrations. Does nothing when nothing has changed.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: { force: { type: 'boolean', help: 'build even when nothing has changed' } },
  async run({ cwd, say }, { argument = '.', values: { force = false } }) {
    const folder = resolve(cwd, argument)
    const began = performance.now()
    // The bundlers are large; no other command waits for them.
    const { buildModule } = await import('../builder/build-module.js')
    const result = await buildModule(folder, { force })
    const { name, version } = result.source.data
    say(`${name}@${version}: ${result.built ? `${await contentOf(folder, result)} in ${seconds(began)}` : 'nothing has changed'}`)
  },
})

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`

async function contentOf(folder: string, { source }: BuildResult): Promise<string> {
  const target = buildFolderOf(folder)
  const sizes = await Promise.all(Object.keys(await listFiles(target)).map(async (path) => [path, (await stat(join(target, path))).size] as const))
  const size = (prefix: string) => `${(sizes.reduce((sum, [path, bytes]) => sum + (path.startsWith(prefix) ? bytes : 0), 0) / 1024).toFixed(1)} KiB`
  const parts = [`server ${size('server.js')}`, ...(source.ui ? [`pages ${size('ui/')}`] : []), `${source.migrations.length} migrations`]
  return parts.join(', ')
}
