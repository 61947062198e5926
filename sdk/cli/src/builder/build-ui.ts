import { createHash } from 'node:crypto'
import { isAbsolute, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build, type InlineConfig, type Rolldown } from 'vite'
import { SHARED_LIBRARIES } from '@innoerp/config/shared-libraries'
import { CliError } from '../cli-error.js'
import type { ModuleSource } from './module-source.js'
import { pageImports } from './page-imports.js'
import { missingNames } from './shared-names.js'

/**
 * Builds the micro-frontend of a module into `out`: `index.js`, chunks of what it loads later, `style.css` if it has styles. The
 * libraries that the page shares stay imports.
 * @returns the files that went in, absolute
 */
export async function buildUi(source: ModuleSource & { ui: string }, out: string): Promise<string[]> {
  const outputs = await inProduction(() => build(config(source, out))).catch((error: Error) => {
    throw new CliError('The pages cannot be built:', { details: stripVTControlCharacters(error.message).split('\n').filter((line) => !/^\s+at /.test(line)) })
  })
  const chunks = chunksOf(outputs as Rolldown.RolldownOutput[])
  const details = chunks.flatMap((chunk) => missingNames(chunk))
  if (details.length > 0) throw new CliError('The pages use names that their shared libraries do not have in the page:', { details })
  return chunks.flatMap((chunk) => chunk.moduleIds).filter((id) => isAbsolute(id)).map((id) => id.replace(/\?.*$/, ''))
}

/** Vite asks the environment which runtime of JSX and which builds of libraries to take; the page has React's production build. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 5)

const chunksOf = (outputs: Rolldown.RolldownOutput[]) => outputs.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'))

function config({ folder, data, ui }: ModuleSource & { ui: string }, outDir: string): InlineConfig {
  const prefix = `${data.innoerp.id}-${data.version.replace(/[^A-Za-z0-9]/g, '_')}`
  return {
    root: folder,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'silent',
    mode: 'production',
    // A library build leaves it alone, and a browser has no `process`.
    define: { 'process.env.NODE_ENV': '"production"' },
    // Two versions of a module may stand in one page; their styles must not meet.
    css: { modules: { generateScopedName: (name, file) => `${prefix}-${name}-${shortHash(relative(folder, file))}` } },
    plugins: [pageImports],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      lib: { entry: ui, formats: ['es'], fileName: 'index', cssFileName: 'style' },
      rolldownOptions: {
        external: (id) => SHARED_LIBRARIES.includes(id),
        // In a library build, `build.minify` alone leaves white space and comments.
        output: {
          chunkFileNames: '[name]-[hash].js',
          minify: true,
          // What several pages and slots use is one file: for each of them alone it would be many small ones, each with a request.
          codeSplitting: { groups: [{ name: 'common', minShareCount: 2 }] },
        },
      },
    },
  }
}
