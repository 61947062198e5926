import type { IncomingHttpHeaders } from 'node:http'

/** Says that a request comes from one of our services: a short-lived token for the one that is asked. */
export const SERVICE_TOKEN = 'x-innoerp-service-token'
/** What the Host header names, as the gateway found it: an organization's id, `admin`, `public` or `nobody`. */
export const SITE = 'x-innoerp-site'
/** Milliseconds that whoever asks still waits. Not a time of day: clocks differ. */
export const PATIENCE = 'x-innoerp-patience'
export const REQUEST_ID = 'x-request-id'

/** What concerns one connection ends with it (RFC 9110 §7.6.1). */
const OF_A_CONNECTION = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'http2-settings'])
/** What only the gateway may say, or nobody. */
const OF_THE_GATEWAY = new Set(['host', 'forwarded', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'x-organization-id', 'x-tenant-id', 'x-user-id', 'x-original-url', 'x-rewrite-url', REQUEST_ID, 'traceparent', 'tracestate'])
const isOfTheGateway = (name: string): boolean => OF_THE_GATEWAY.has(name) || name.startsWith('x-innoerp-') || name.startsWith('x-forwarded-')

/** The headers of a request as they go on: names and values in turn, without what is not the client's to say, and `added`. */
export function requestHeaders(given: IncomingHttpHeaders, added: readonly string[]): string[] {
  const named = namedBy(given.connection)
  const headers = [...added]
  for (const name in given) {
    const value = given[name]
    if (value === undefined || OF_A_CONNECTION.has(name) || isOfTheGateway(name) || named?.includes(name)) continue
    headers.push(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/** The headers of an answer as they go on, from names and values in turn. */
export function answerHeaders(raw: readonly Buffer[]): string[] {
  const headers: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] as Buffer).toString('latin1')
    if (!OF_A_CONNECTION.has(name.toLowerCase())) headers.push(name, (raw[at + 1] as Buffer).toString('latin1'))
  }
  return headers
}

/** A `Connection` header names further headers that end with the connection. */
const namedBy = (connection: string | undefined): string[] | undefined =>
  connection === undefined || connection === 'keep-alive' || connection === 'close' ? undefined : connection.toLowerCase().split(',').map((name) => name.trim())
