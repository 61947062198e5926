import { unwatchFile, watchFile } from 'node:fs'
import { readFile } from 'node:fs/promises'
import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import { createSecureContext } from 'node:tls'
import type { Logger } from 'pino'
import type { Config } from '../../config/config.js'
import { SettingsError } from '../../config/settings-error.js'
import type { TlsFiles } from '../../config/tls-settings.js'
import { openRegistryDoor, type RegistryDoor } from './registry-door.js'
import { strictTransport } from './strict-transport.js'
import { answerUnreadable } from '../http/unreadable-requests.js'

const KEEP_ALIVE_MS = 72_000
const LOOK_MS = 1_000
const OLDEST = 'TLSv1.2'

interface Pair {
  cert: Buffer
  key: Buffer
}
/** What the host shows to clients, and where renewals of it come from. */
export interface Certificate {
  files: TlsFiles
  pair: Pair
}

/**
 * Reads the host's certificate.
 * @throws SettingsError if the files cannot be read or do not belong together
 */
export async function openCertificate(files: TlsFiles): Promise<Certificate> {
  try {
    return { files, pair: await readPair(files) }
  } catch (error) {
    throw new SettingsError(`The settings cannot be used. INNOERP_TLS_CERT, INNOERP_TLS_KEY: ${(error as Error).message}`)
  }
}

export interface WebOptions {
  /** Absent: plain http. */
  certificate: Certificate | undefined
  handle: RequestListener
  log: Pick<Logger, 'error'>
}

/** The host's listener, and where that is https, its own door to the registry. */
export async function openWeb(config: Pick<Config, 'isHttps'>, { certificate, handle, log }: WebOptions): Promise<{ server: http.Server; door: RegistryDoor | undefined }> {
  const strict = strictTransport(handle, config)
  const onError = (error: unknown) => log.error({ err: error }, 'The new certificate cannot be used; the one before stays')
  const server = certificate ? createHttpsServer(certificate, { handle: strict, onError }) : http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, strict)
  answerUnreadable(server)
  return { server, door: certificate && (await openRegistryDoor(handle)) }
}

/** Renewed files are taken within about a second; connections that are open go on. */
function createHttpsServer({ files, pair }: Certificate, { handle, onError }: { handle: RequestListener; onError(error: unknown): void }): http.Server {
  const server = https.createServer({ ...pair, minVersion: OLDEST, keepAliveTimeout: KEEP_ALIVE_MS }, handle)
  const renew = (): void => {
    readPair(files).then((renewed) => server.setSecureContext({ ...renewed, minVersion: OLDEST })).catch(onError)
  }
  for (const file of [files.cert, files.key]) watchFile(file, { interval: LOOK_MS, persistent: false }, renew)
  server.once('close', () => {
    for (const file of [files.cert, files.key]) unwatchFile(file, renew)
  })
  return server
}

/** Both, once they belong together: of files that are being replaced, one may be new and one old. */
async function readPair({ cert, key }: TlsFiles): Promise<Pair> {
  const [certificate, secret] = await Promise.all([readFile(cert), readFile(key)])
  createSecureContext({ cert: certificate, key: secret })
  return { cert: certificate, key: secret }
}

