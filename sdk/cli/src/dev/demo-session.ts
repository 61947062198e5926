import type { IncomingMessage, ServerResponse } from 'node:http'
import { DEMO } from './addresses.js'
import { askHost } from './hand-on.js'
import type { Accounts } from './home.js'

const SESSION = /(^|; )innoerp_refresh=/

/** Whether somebody without a session opens the demo organization's first page. */
export const isFirstVisit = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' && url === '/' && (headers.host ?? '').startsWith(`${DEMO}.`) && !SESSION.test(headers.cookie ?? '')

/** Signs the browser in as the demo organization's owner, and sends it to `page`. */
export async function signInOwner({ headers: { host = '' } }: IncomingMessage, response: ServerResponse, { hostPort, accounts, page }: { hostPort: number; accounts: Accounts; page: string }): Promise<void> {
  const body = JSON.stringify({ email: accounts.ownerEmail, password: accounts.ownerPassword })
  const headers = { host, origin: `http://${host}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const answer = await askHost(hostPort, { method: 'POST', path: '/api/v1/auth/login', headers, body })
  answer.resume()
  response.writeHead(302, { location: page, 'cache-control': 'no-store', ...(answer.headers['set-cookie'] && { 'set-cookie': answer.headers['set-cookie'] }) }).end()
}
