import { build } from 'vite'
import { SHARED_LIBRARIES } from '@innoerp/config/shared-libraries'
import { directIcons, leanIcons } from './lean-icons.mjs'
import { createPageChunking } from './page-chunks.mjs'
import { root } from './paths.mjs'
import { quiet } from './quiet.mjs'

/** The scripts that a page may start with. */
export const ENTRIES = { main: 'src/root/main.tsx', public: 'src/public/main.tsx' }
/** The one that opens modules. */
export const MODULES_ENTRY = 'main'
/** Stylesheets of every page. */
const STYLES = { tokens: 'src/styles/tokens.css', kit: 'src/styles/kit.css' }

/** Builds the shell's own entries and stylesheets; shared libraries stay imports for the page's import map. */
export async function buildPages({ outDir, fonts }) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: '/shell/',
    publicDir: false,
    plugins: [directIcons(), leanIcons],
    resolve: { alias: { '@fonts': fonts } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        onLog: quiet,
        input: { ...ENTRIES, ...STYLES },
        external: (id) => SHARED_LIBRARIES.includes(id),
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: createPageChunking({ main: `${root}/${ENTRIES.main}`, light: `${root}/${ENTRIES.public}` }), debugName: 'pages' }],
          },
        },
      },
    },
  })
  return output
}
