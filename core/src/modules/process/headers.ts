import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

/** What a process does not get: who the caller is comes as a context, and what concerns one connection ends with it (RFC 9110 §7.6.1). */
const WITHHELD = new Set([
  'authorization', 'cookie', 'idempotency-key', 'forwarded', 'connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect',
])
const isWithheld = (name: string): boolean => WITHHELD.has(name) || name.startsWith('x-innoerp-') || name.startsWith('x-forwarded-')

/** Of an answer only what describes it: cookies, policies and the host's own headers are not a module's to set. */
const PASSED = [
  'content-type', 'content-length', 'content-disposition', 'content-language', 'content-encoding', 'content-range', 'accept-ranges', 'cache-control', 'etag', 'last-modified', 'expires', 'location',
  'link', 'retry-after', 'vary', 'allow',
] as const
/** Whatever it is, a browser shows it as a document without scripts, if at all. */
const HARMLESS = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' }

export function requestHeaders(given: IncomingHttpHeaders, added: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {}
  for (const name in given) if (!isWithheld(name)) headers[name] = given[name]
  return Object.assign(headers, added)
}

export function answerHeaders(given: IncomingHttpHeaders): Record<string, string> {
  const headers: Record<string, string> = { ...HARMLESS }
  for (const name of PASSED) {
    const value = given[name]
    if (typeof value === 'string') headers[name] = value
  }
  return headers
}
