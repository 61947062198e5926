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
 * Bundles the server entry, and each migration by itself, into `out`; `more` are further options of esbuild.
 * @returns the files that went in, absolute
 * @throws BuildFailure of esbuild
 */
export async function bundleServer({ folder, server, migrations }: ModuleSource, out: string, more: Pick<BuildOptions, 'sourcemap'> = {}): Promise<string[]> {
  const entryPoints = [
    { in: server, out: 'server' },
    ...migrations.map((path) => ({ in: path, out: `migrations/${path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)}` })),
  ]
  const { metafile } = await build({ ...OPTIONS, ...more, entryPoints, outdir: out, absWorkingDir: folder })
  return Object.keys(metafile.inputs).map((path) => join(folder, path))
}

/** {@link bundleServer}, whose failure is told as a person can act on it. */
export async function buildServer(source: ModuleSource, out: string): Promise<string[]> {
  try {
    return await bundleServer(source, out)
  } catch (error) {
    const { errors } = error as BuildFailure
    if (!Array.isArray(errors)) throw error
    throw new CliError('The server cannot be built:', { details: await formatMessages(errors, { kind: 'error' }) })
  }
}
