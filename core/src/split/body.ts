import type { IncomingMessage } from 'node:http'
import { PassThrough, pipeline } from 'node:stream'

/** A body up to this size is taken whole, so that it can be sent once more; a larger one streams. */
const WHOLE = 64 * 1024

/** What is to be sent on of a request: nothing, all of it, or a stream. */
export function bodyOf(req: IncomingMessage): Promise<Buffer | null> | PassThrough | null {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers
  if (encoding === undefined && (length === undefined || length === '0')) return null
  if (length !== undefined && Number(length) <= WHOLE) return whole(req)
  const through = new PassThrough()
  pipeline(req, through, () => {}) // an instance that ends it must not end the client's connection
  return through
}

function whole(req: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    req.once('close', () => resolve(null)) // the client is gone
  })
}
