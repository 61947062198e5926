import { join } from 'node:path'
import { build, formatMessages, type BuildFailure, type BuildOptions } from 'esbuild'
import { CliError } from '../cli-error.js'
import { hostImports } from './host-imports.js'
import type { ModuleSource } from './module-source.js'

/** CommonJS libraries in the bundle call `require`, which an ES module does not have. */
const REQUIRE = "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);"

const OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  banner: { js: REQUIRE },
  plugins: [hostImports],
  keepNames: true,
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions

/**
 * Bundles the server entry, and each migration by itself, into `out`.
 * @returns the files that went in, absolute
 */
export async function buildServer({ folder, server, migrations }: ModuleSource, out: string): Promise<string[]> {
  const entryPoints = [
    { in: server, out: 'server' },
    ...migrations.map((path) => ({ in: path, out: `migrations/${path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)}` })),
  ]
  try {
    const { metafile } = await build({ ...OPTIONS, entryPoints, outdir: out, absWorkingDir: folder })
    return Object.keys(metafile.inputs).map((path) => join(folder, path))
  } catch (error) {
    const { errors } = error as BuildFailure
    if (!Array.isArray(errors)) throw error
    throw new CliError('The server cannot be built:', { details: await formatMessages(errors, { kind: 'error' }) })
  }
}
