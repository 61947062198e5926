import { build } from 'vite'
import { SHARED_LIBRARIES } from '@innoerp/config/shared-libraries'
import { facadeInputs, facadeOf, facadesPlugin } from './facades.mjs'
import { root } from './paths.mjs'
import { quiet } from './quiet.mjs'

/** Few files instead of one a package: each costs a request. */
const groups = [
  { name: 'react-core', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'mui-core', test: /node_modules\/(@mui|@emotion|@popperjs|stylis|clsx|react-transition-group|react-is|prop-types|hoist-non-react-statics)\// },
]

/**
 * Builds every shared library in one go, so that what two of them use exists once.
 * @returns the chunks, and by library the file that is its facade
 */
export async function buildShared(outDir) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: '/',
    publicDir: false,
    plugins: [facadesPlugin],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        onLog: quiet,
        input: facadeInputs(SHARED_LIBRARIES),
        // Without it an entry loses its exports.
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups },
        },
      },
    },
  })
  const files = Object.fromEntries(output.filter(facadeOf).map((chunk) => [facadeOf(chunk), chunk.fileName]))
  return { output, files }
}
