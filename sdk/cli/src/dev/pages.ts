import { SHARED_LIBRARIES } from '@innoerp/config/shared-libraries'
import react from '@vitejs/plugin-react'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { createLogger, createServer, searchForWorkspaceRoot, type InlineConfig, type Logger, type Plugin, type ViteDevServer } from 'vite'
import { pageImports } from '../builder/page-imports.js'
import { PAGES } from './addresses.js'
import { errorLine } from './error-line.js'

/**
 * Leaves shared libraries to the page's import map. Vite rewrites what is merely external to an address of its own; a name with a
 * scheme it leaves alone, and an import map may have such keys (see `pageOf`).
 */
const sharedFromPage: Plugin = {
  name: 'innoerp:shared-from-page',
  enforce: 'pre',
  resolveId: (id) => (SHARED_LIBRARIES.includes(id) ? { id: `shared:///${id}`, external: true } : undefined),
}

export interface PagesOptions {
  folder: string
  /** For what is prepared of other libraries. */
  cache: string
  /** Whose connections tell the browser of changes. */
  server: Server
  say(line: string): void
  complain(line: string): void
}

/** Serves the sources of a module's pages below {@link PAGES}, and tells open browsers what changed. */
export function servePages(options: PagesOptions): Promise<ViteDevServer> {
  return createServer(config(options))
}

function config({ folder, cache, server, ...terminal }: PagesOptions): InlineConfig {
  return {
    root: folder,
    base: PAGES,
    configFile: false,
    envDir: false,
    publicDir: false,
    appType: 'custom',
    cacheDir: join(cache, 'pages'),
    customLogger: loggerOf(folder, terminal),
    plugins: [pageImports, sharedFromPage, react()],
    optimizeDeps: { entries: ['src/ui/index.{ts,tsx}'], exclude: [...SHARED_LIBRARIES] },
    server: {
      middlewareMode: true,
      // The overlay would write HTML, which Trusted Types forbids.
      hmr: { server, overlay: false },
      watch: { ignored: ['**/.innoerp/**', '**/build/**'] },
      fs: { allow: [folder, sdkOf(folder)].map((one) => searchForWorkspaceRoot(one)) },
    },
  }
}

/** In a checkout the SDK lies outside of the module. */
const sdkOf = (folder: string) => dirname(createRequire(join(folder, 'package.json')).resolve('@innoerp/sdk/contract'))

/** Says in a line what changed and what is wrong. */
function loggerOf(folder: string, { say, complain }: Pick<PagesOptions, 'say' | 'complain'>): Logger {
  return {
    ...createLogger('silent'),
    info: (message) => void (/hmr update|page reload/.test(message) && say(`  ↻ ${message.replace(/^.*(?:hmr update|page reload)\s*/, '')}`)),
    // What is wrong at the start is said again, with its place, when the page is asked for.
    error: (_message, { error } = {}) => void (error && complain(`  ✗ ${errorLine(folder, error)}`)),
  }
}

const pathIn = (folder: string, file: string) => relative(folder, file).replaceAll('\\', '/')

/** Whether a change of a file changes what the server is made of. */
export const concernsServer = (folder: string, file: string): boolean =>
  /^(package\.json$|migrations\/|src\/(server|shared)\/|src\/ui\/locales\/)/.test(pathIn(folder, file))

export const isMigration = (folder: string, file: string): boolean => pathIn(folder, file).startsWith('migrations/')
