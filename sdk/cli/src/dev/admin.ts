import type { Terminal } from '../command.js'
import { openHost, type HostClient } from '../host/host-client.js'
import type { Accounts } from './home.js'

/** Below the life of an access token. */
const RENEW_MS = 5 * 60_000

/** The super admin of the host that develops, signed in for as long as it runs. */
export interface Admin {
  client(): HostClient
  close(): void
}

export async function signInAdmin(terminal: Terminal, { port, accounts }: { port: number; accounts: Accounts }): Promise<Admin> {
  const env = { INNOERP_URL: `http://admin.localhost:${port}`, INNOERP_ADMIN_EMAIL: accounts.adminEmail, INNOERP_ADMIN_PASSWORD: accounts.adminPassword }
  let current = await openHost({ ...terminal, env })
  const timer = setInterval(() => {
    // A sign-in that fails is tried again; until then the last one counts.
    openHost({ ...terminal, env }).then(
      (next) => (current = next),
      () => {},
    )
  }, RENEW_MS)
  return { client: () => current, close: () => clearInterval(timer) }
}
