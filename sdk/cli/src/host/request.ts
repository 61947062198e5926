import http from 'node:http'
import https from 'node:https'

export interface HostAnswer {
  status: number
  /** Parsed JSON; undefined for anything else. */
  body: unknown
}
interface Question {
  method: string
  headers?: Record<string, string>
  json?: unknown
}

const PATIENCE_MS = 30_000
const LOOPBACK = /(^|\.)localhost$/

/** Asks a host. `*.localhost` is this machine by RFC 6761 §6.3, which Node's own resolver does not know. */
export function request(url: URL, { method, headers = {}, json }: Question): Promise<HostAnswer> {
  const body = json === undefined ? undefined : JSON.stringify(json)
  const { request: send } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const outgoing = send(
      {
        host: LOOPBACK.test(url.hostname) ? '127.0.0.1' : url.hostname,
        servername: url.hostname,
        port: url.port || undefined,
        path: `${url.pathname}${url.search}`,
        method,
        timeout: PATIENCE_MS,
        headers: { host: url.host, origin: url.origin, accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }), ...headers },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.once('error', reject)
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(parts).toString('utf8')) }))
      },
    )
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer')))
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
