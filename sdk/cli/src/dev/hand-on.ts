import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { headersOf, pageOf, type Libraries } from './page.js'

interface Upstream {
  hostPort: number
  libraries: Libraries
}

/** Asks the host as the browser asks, at the address that the browser knows. */
export function askHost(hostPort: number, { method, path, headers, body }: { method: string; path: string; headers: http.OutgoingHttpHeaders; body?: IncomingMessage | string }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request({ host: '127.0.0.1', port: hostPort, method, path, headers }, resolve)
    outgoing.once('error', reject)
    if (typeof body === 'object') void pipeline(body, outgoing).catch(reject)
    else outgoing.end(body)
  })
}

/** Hands a request on to the host and its answer back; a page of the shell as authors see it. */
export async function handOn(request: IncomingMessage, response: ServerResponse, { hostPort, libraries }: Upstream): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const wantsPage = method === 'GET' && (headers.accept ?? '').includes('text/html')
  const answer = await askHost(hostPort, { method, path: url, headers: wantsPage ? { ...headers, 'accept-encoding': 'identity' } : headers, body: request })
  const status = answer.statusCode ?? 502
  if (!wantsPage || !(answer.headers['content-type'] ?? '').startsWith('text/html')) {
    response.writeHead(status, answer.headers)
    return pipeline(answer, response)
  }
  const html = pageOf(await text(answer), libraries)
  response.writeHead(status, headersOf(answer.headers, `http://${headers.host ?? ''}`)).end(html)
}
