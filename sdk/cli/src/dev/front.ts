import { readFile } from 'node:fs/promises'
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { CliError } from '../cli-error.js'
import { LIBRARIES, PAGES } from './addresses.js'
import { isFirstVisit, signInOwner } from './demo-session.js'
import { handOn } from './hand-on.js'
import type { Accounts } from './home.js'
import type { Libraries } from './page.js'

/** What the shell's port answers with. */
export interface FrontParts {
  pages: ViteDevServer
  /** The development builds of the shared libraries: their folder and their files. */
  libraries: { folder: string; files: Libraries }
  hostPort: number
  accounts: Accounts
  /** Where a first visit leads. */
  page: string
}

/** This machine's own names; another one in a browser's address leads here from somewhere else. */
const OWN_NAMES = /^([a-z0-9-]+\.)*localhost(:\d+)?$|^127\.0\.0\.1(:\d+)?$/
const LIBRARY_FILE = /^[\w.-]+\.js$/

/** Answers on the shell's port: the module's own pages, the libraries for authors, and everything else from the host. */
export function answerWith(server: Server, parts: FrontParts): void {
  server.on('request', (request, response) => {
    answer(request, response, parts).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' })
      response.end(error.message)
    })
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, { pages, libraries, ...upstream }: FrontParts): Promise<void> {
  const { url = '/', headers } = request
  if (!OWN_NAMES.test(headers.host ?? '')) return void response.writeHead(403, { 'content-type': 'text/plain' }).end('This address is of one machine alone.')
  if (url.startsWith(LIBRARIES)) return sendLibrary(response, libraries.folder, url.slice(LIBRARIES.length))
  if (url.startsWith(PAGES)) return void pages.middlewares(request, response, (error?: unknown) => response.writeHead(error ? 500 : 404).end())
  if (isFirstVisit(request)) return signInOwner(request, response, upstream)
  return handOn(request, response, { hostPort: upstream.hostPort, libraries: libraries.files })
}

async function sendLibrary(response: ServerResponse, folder: string, name: string): Promise<void> {
  const content = LIBRARY_FILE.test(name) ? await readFile(join(folder, name)).catch(() => undefined) : undefined
  if (content === undefined) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' }).end(content)
}

/**
 * A server on the shell's port.
 * @throws CliError where something else listens there
 */
export async function listen(port: number): Promise<Server> {
  const server = http.createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new CliError(`Something listens on port ${port} already. --port names another.`) : error))
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
