import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { SHARED_LIBRARIES } from '@innoerp/config/shared-libraries'
import { createChunking } from './chunks.mjs'
import { facadeInputs, facadeOf, facadesPlugin } from './facades.mjs'
import { leanIcons } from './lean-icons.mjs'
import { root } from './paths.mjs'
import { quiet } from './quiet.mjs'

/** The package's `exports` know only the build that warns authors. */
const REACT_ROUTER = fileURLToPath(new URL('../production/index.mjs', import.meta.resolve('react-router')))

/**
 * Builds every shared library in one go, so that what two of them use exists once. Authors have the development builds of the
 * libraries, which say what is wrong and let components change while they are shown.
 * @param mode production or development
 * @returns the chunks, and by library the file that is its facade
 */
export async function buildShared(outDir, mode = 'production') {
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: '/',
    publicDir: false,
    plugins: [facadesPlugin, leanIcons],
    resolve: { alias: [{ find: /^react-router$/, replacement: REACT_ROUTER }] },
    // A library build leaves it alone, and a browser has no `process`.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      // As a library: what is loaded later brings no stylesheets here, so nothing need be wrapped around it.
      lib: { entry: [], formats: ['es'] },
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        onLog: quiet,
        input: facadeInputs(SHARED_LIBRARIES),
        // An entry keeps its exports, and may have more of them: so it can be the file that others import from.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // In a library build, `build.minify` alone leaves white space and comments.
          minify: mode === 'production',
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: createChunking(), debugName: 'libraries' }] },
        },
      },
    },
  })
  const files = Object.fromEntries(output.filter(facadeOf).map((chunk) => [facadeOf(chunk), chunk.fileName]))
  return { output, files }
}
