import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const compress = promisify(brotliCompress)
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
}
const COMPRESSED = new Set(['js', 'css', 'json', 'svg'])

/** A file that never changes under its URL. */
export interface StoredFile {
  type: string
  raw: Buffer
  br: Buffer | undefined
}

/**
 * Reads a file to be served as immutable. Its hash is checked first: wrong bytes sent as `immutable` would survive reloads.
 * @returns undefined when the file is missing or not what it should be
 */
export async function readStored(path: string, integrity?: string): Promise<StoredFile | undefined> {
  const raw = await readFile(path).catch(() => undefined)
  if (!raw || (integrity !== undefined && `sha384-${createHash('sha384').update(raw).digest('base64')}` !== integrity)) return undefined
  const ending = path.split('.').pop() ?? ''
  const ready = COMPRESSED.has(ending) ? await readFile(`${path}.br`).catch(() => undefined) : undefined
  const br = COMPRESSED.has(ending) ? (ready ?? (await compress(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))) : undefined
  return { type: TYPES[ending] ?? 'application/octet-stream', raw, br }
}

export const acceptsBrotli = (request: FastifyRequest): boolean => /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))

/** Sends it for a year. */
export function sendStored(request: FastifyRequest, reply: FastifyReply, { type, raw, br }: StoredFile): FastifyReply {
  void reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding').type(type)
  if (br && acceptsBrotli(request)) return reply.header('content-encoding', 'br').send(br)
  return reply.send(raw)
}
