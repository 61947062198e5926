import { CliError } from '../cli-error.js'
import type { HostClient } from '../host/host-client.js'
import { request } from '../host/request.js'
import { DEMO } from './addresses.js'
import type { Accounts } from './home.js'

/** Finds the demo organization, or signs it up; its id. */
export async function openDemo(port: number, { ownerEmail, ownerPassword }: Accounts): Promise<string> {
  const address = new URL(`http://${DEMO}.localhost:${port}`)
  const signIn = () => request(new URL('/api/v1/auth/login', address), { method: 'POST', json: { email: ownerEmail, password: ownerPassword } })
  let answer = await signIn()
  if (answer.status !== 200) {
    await signUp(port, { ownerEmail, ownerPassword })
    answer = await signIn()
  }
  const { access_token } = answer.body as { access_token: string }
  const { body } = await request(new URL('/api/v1/organizations/current', address), { method: 'GET', headers: { authorization: `Bearer ${access_token}` } })
  return (body as { id: string }).id
}

async function signUp(port: number, { ownerEmail, ownerPassword }: Pick<Accounts, 'ownerEmail' | 'ownerPassword'>): Promise<void> {
  const json = { business_name: 'Demo', subdomain: DEMO, owner_email: ownerEmail, owner_name: 'Module Author', password: ownerPassword }
  const { status, body } = await request(new URL(`http://localhost:${port}/api/v1/organizations/signup`), { method: 'POST', json })
  if (status !== 201) throw new CliError(`The demo organization could not be made: ${JSON.stringify(body)}`)
}

/** Gives the organization every module of `ids` that it does not have. */
export async function assignModules(host: HostClient, organizationId: string, ids: readonly string[]): Promise<void> {
  const { items } = await host.get<{ items: { module_id: string }[] }>(`/api/v1/modules/organization/${organizationId}?limit=100`)
  const has = new Set(items.map(({ module_id }) => module_id))
  for (const module_id of ids) if (!has.has(module_id)) await host.post(`/api/v1/modules/assign/${organizationId}`, { module_id })
}
