import { isDomainError } from '@innoerp/sdk/contract'
import { lookup as resolveName } from 'node:dns/promises'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { fetchErrors } from './fetch-errors.js'
import { isOpenAddress } from './addresses.js'

/** One request to the outside. */
export interface Outgoing {
  url: URL
  method: string
  headers: Record<string, string>
  body: string | undefined
  /** True where a closed address was granted as it is written. */
  mayBeClosed: boolean
  maxBytes: number
  /** Ends it: the deadline, or the caller is gone. */
  signal: AbortSignal
}
export interface Incoming {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/**
 * Sends one request and follows nothing. The name is resolved here and the connection goes to the very address that was checked, so a
 * name that answers differently the second time gains nothing.
 * @throws FETCH_ADDRESS for an address that is not of the open internet, FETCH_TOO_LARGE, FETCH_FAILED
 */
export async function sendRequest(outgoing: Outgoing): Promise<Incoming> {
  const { url, mayBeClosed, maxBytes } = outgoing
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Node resolves no literal address, so nobody would look at it later.
  if (isIP(host) && !mayBeClosed && !isOpenAddress(host)) throw fetchErrors.ADDRESS({ values: { host } })
  try {
    const response = await connect(outgoing)
    return { status: response.statusCode ?? 0, headers: response.headers, body: await readBody(response, { host, maxBytes }) }
  } catch (error) {
    if (isDomainError(error)) throw error
    throw fetchErrors.FAILED({ values: { host: url.host, reason: outgoing.signal.aborted ? 'it took too long' : 'the connection failed' } })
  }
}

function connect({ url, method, headers, body, mayBeClosed, signal }: Outgoing): Promise<IncomingMessage> {
  const lookup: LookupFunction = (name, options, done) => {
    openAddresses(name, mayBeClosed).then(
      (found) => (options.all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family)),
      (error: Error) => done(error, ''),
    )
  }
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http
    // No agent: a connection is never shared with another organization's request.
    const request = client.request(url, { method, headers, lookup, signal, agent: false }, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

async function openAddresses(name: string, mayBeClosed: boolean): Promise<{ address: string; family: number }[]> {
  const found = await resolveName(name, { all: true }).catch(() => {
    throw fetchErrors.FAILED({ values: { host: name, reason: 'the name is not known' } })
  })
  if (!mayBeClosed && !found.every(({ address }) => isOpenAddress(address))) throw fetchErrors.ADDRESS({ values: { host: name } })
  return found
}

async function readBody(response: IncomingMessage, { host, maxBytes }: { host: string; maxBytes: number }): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Leaving the loop early destroys the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw fetchErrors.TOO_LARGE({ values: { host, max: maxBytes } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
