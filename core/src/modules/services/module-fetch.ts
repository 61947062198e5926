import type { Context } from '@innoerp/sdk/contract'
import type { ModuleFetch } from '@innoerp/sdk/server'
import { isIP } from 'node:net'
import type { Capabilities } from './capabilities.js'
import { fetchErrors } from './fetch-errors.js'
import { sendRequest, type Incoming } from './send-request.js'

const MAX_REDIRECTS = 5
const MAX_BYTES = 10 * 1024 * 1024
const DEADLINE_MS = 30_000
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Never carried to another origin. */
const SECRET_HEADERS = ['authorization', 'cookie', 'proxy-authorization']
/** The connection's, not the module's to say. */
const OWN_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'keep-alive', 'expect']
const DEFAULT_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

export interface FetchDeps {
  capabilities: Capabilities
  /** True outside production: there an address of a closed network may be granted as `network:<address>:<port>`. */
  isDevelopment: boolean
}
interface Hop {
  url: URL
  method: string
  headers: Record<string, string>
  body: string | undefined
}

/**
 * Requests of modules to hosts that they were granted, after each redirect too; bounded in size (10 MiB) and time (30 s).
 * Errors: MODULE_CAPABILITY_MISSING (403) for a host that is not granted, and those of FETCH.
 */
export function createModuleFetch({ capabilities, isDevelopment }: FetchDeps): (moduleId: string) => ModuleFetch {
  /** @returns whether the address may be a closed one */
  const assertGranted = async (ctx: Context, moduleId: string, url: URL): Promise<boolean> => {
    const port = url.port || DEFAULT_PORTS[url.protocol]
    const exact = `network:${url.hostname}:${port}`
    const isExact = capabilities.has(moduleId, exact)
    // A host alone is granted for the usual ports.
    if (!isExact) await capabilities.assert(ctx, moduleId, url.port === '' ? `network:${url.hostname}` : exact)
    return isDevelopment && isExact && isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0
  }
  return (moduleId) => async (ctx, text, { method = 'GET', headers = {}, body } = {}) => {
    const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(DEADLINE_MS)])
    let next: Hop = { url: parse(text), method, headers: without(headers, OWN_HEADERS), body }
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const mayBeClosed = await assertGranted(ctx, moduleId, next.url)
      const answer = await sendRequest({ ...next, mayBeClosed, maxBytes: MAX_BYTES, signal })
      const { location } = answer.headers
      if (!REDIRECTS.has(answer.status) || location === undefined) return responseOf(answer, next.url)
      next = redirected(next, { to: parse(location, next.url), status: answer.status })
    }
    throw fetchErrors.TOO_MANY_REDIRECTS({ values: { host: next.url.host, max: MAX_REDIRECTS } })
  }
}

function parse(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href)
  if (!url || !(url.protocol in DEFAULT_PORTS) || url.username || url.password) throw fetchErrors.URL({ values: { url: text.slice(0, 200) } })
  return url
}

/** The request after a redirect (RFC 9110 §15.4): a POST becomes a GET except for 307 and 308, secrets stay with their origin. */
function redirected(from: Hop, { to, status }: { to: URL; status: number }): Hop {
  const keepsMethod = status === 307 || status === 308 || from.method === 'GET' || from.method === 'HEAD'
  const dropped = [...(to.origin === from.url.origin ? [] : SECRET_HEADERS), ...(keepsMethod ? [] : ['content-type'])]
  const headers = without(from.headers, dropped)
  return { ...from, url: to, headers, ...(!keepsMethod && { method: 'GET', body: undefined }) }
}

const without = (headers: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())))

/** Statuses whose answer has no body (Fetch standard). */
const BODILESS = new Set([101, 204, 205, 304])

function responseOf({ status, headers, body }: Incoming, url: URL): Response {
  const pairs = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]))
  const response = new Response(BODILESS.has(status) ? null : body, { status, headers: pairs })
  return Object.defineProperty(response, 'url', { value: url.href })
}
