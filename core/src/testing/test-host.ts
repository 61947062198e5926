import type { EventEnvelope, UserType } from '@innoerp/sdk/contract'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildHost, type Host } from '../app.js'
import { loadConfig } from '../config/config.js'
import { contextFor } from '../modules/context-for.js'
import { asOwnerOf, type Query } from './as-owner.js'
import { TestClient } from './client.js'
import { createTestDatabase, testServer } from './database-server.js'
import { isolatedPlugins } from './plugins.js'

const PASSWORD = 'Corr3ct-horse-battery'
const ADMIN = { email: 'root@innoerp.example', password: 'Root-of-all-tests-1' }

/** An organization of a test host, with a signed-in person of each user type. */
export interface TestTenant {
  id: string
  subdomain: string
  /** The owner. */
  admin: TestClient
  adminId: string
  /** Invites, accepts and signs in one more person. */
  person(userType: UserType): Promise<TestClient & { userId: string }>
  /** Somebody at this address without a session. */
  anonymous(): TestClient
}
export interface TestHostOptions {
  /** A module's folder; its built package is published, installed and assigned. */
  module?: string
  /** Several of them. */
  modules?: readonly string[]
  /** More settings, as in the environment. */
  settings?: Record<string, string>
  /** Whether its registry serves the platform's own packages. */
  servesPlatform?: boolean
}
export interface TestHost {
  host: Host
  port: number
  home: string
  /** Folders of the modules that were given. */
  modules: readonly string[]
  registryToken: string
  acme: TestTenant
  globex: TestTenant
  superAdmin: TestClient
  /** A client of any host name, e.g. `localhost`. */
  client(hostName: string): TestClient
  signUp(subdomain: string, industry?: string): Promise<TestTenant>
  /** Events of this topic that have been delivered, waiting for the first one up to two seconds. */
  events(topic: string): Promise<EventEnvelope[]>
  /** Calls a port of a module as another module would, on behalf of the organization's owner or of somebody of `userType`. */
  call(tenant: TestTenant, port: string, options: { input: unknown; userType?: UserType }): Promise<unknown>
  /** Runs `work` on a connection of the tables' owner, past row level security and all code of the modules. */
  asOwner<T>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A whole host on real PostgreSQL with two organizations, acme and globex, which have every given module. */
export async function createTestHost({ module, modules = module ? [module] : [], settings = {}, servesPlatform = false }: TestHostOptions = {}): Promise<TestHost> {
  const server = await testServer()
  const database = await createTestDatabase(server)
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-test-'))
  await chmod(home, 0o755)
  const registryToken = 'test-registry-token'
  const limits = { INNOERP_LIMIT_SIGNUP: '0', INNOERP_LIMIT_LOGIN: '0', INNOERP_LIMIT_REQUESTS: '0' }
  const secrets = { INNOERP_ADMIN_EMAIL: ADMIN.email, INNOERP_ADMIN_PASSWORD: ADMIN.password, INNOERP_REGISTRY_TOKEN: registryToken }
  const config = loadConfig({ PORT: '0', DATABASE_URL: database.url, ...limits, ...secrets, ...settings }, { home })
  const host = await buildHost(config, { plugins: await isolatedPlugins(home, modules), servesPlatform, passwordCost: 4 })
  const seen: EventEnvelope[] = []
  host.relay.onDelivered((event) => void seen.push(event))
  const port = await host.listen()
  const client = (name: string) => new TestClient({ host: name, port })
  const superAdmin = await client('admin.localhost').signIn(ADMIN.email, ADMIN.password)
  const moduleIds = host.catalogue.list().map((entry) => entry.module_id)
  const signUp = (subdomain: string, industry?: string) => signUpTenant({ client, superAdmin, moduleIds }, { subdomain, industry })
  return {
    host,
    port,
    home,
    modules,
    registryToken,
    acme: await signUp('acme'),
    globex: await signUp('globex'),
    superAdmin,
    client,
    signUp,
    events: async (topic) => {
      for (let waited = 0; waited < 2_000 && !seen.some((event) => event.event_type === topic); waited += 10) await sleep(10)
      return seen.filter((event) => event.event_type === topic)
    },
    call: (tenant, port, { input, userType = 'admin' }) => callPort(host, { tenant, port, input, userType }),
    asOwner: (work) => asOwnerOf(host.platform.database, work),
    close: async () => {
      await host.close()
      await database.drop()
      await server.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface PortCall {
  tenant: TestTenant
  port: string
  input: unknown
  userType: UserType
}

async function callPort({ platform, tenants, modules }: Host, { tenant: { id, adminId }, port, input, userType }: PortCall): Promise<unknown> {
  const tenant = tenants.byId(id)
  const unit = tenant && modules.unitOf(tenant, port.split('.')[0] ?? '')
  const handler = unit?.ports[port]
  if (!tenant || !unit || !handler) throw new Error(`There is no port ${port}.`)
  const user = { id: adminId, email: `${userType}@test.example`, user_type: userType }
  return handler(contextFor({ platform, tenant, unit, user, requestId: 'test' }), input)
}

interface Maker {
  client(name: string): TestClient
  superAdmin: TestClient
  moduleIds: readonly string[]
}

async function signUpTenant({ client, superAdmin, moduleIds }: Maker, { subdomain, industry }: { subdomain: string; industry: string | undefined }): Promise<TestTenant> {
  const email = `owner@${subdomain}.example`
  const body = { business_name: subdomain, subdomain, owner_email: email, owner_name: 'Olive Owner', password: PASSWORD, ...(industry && { industry_code: industry }) }
  const made = await client('localhost').post<{ organization: { id: string }; user: { id: string }; modules: { module_id: string }[] }>('/api/v1/organizations/signup', body).expect(201)
  for (const module_id of moduleIds) {
    if (!made.modules.some((module) => module.module_id === module_id)) await superAdmin.post(`/api/v1/modules/assign/${made.organization.id}`, { module_id })
  }
  const name = `${subdomain}.localhost`
  const admin = await client(name).signIn(email, PASSWORD)
  const person = async (userType: UserType) => {
    const invited = { email: `${userType}-${Math.random().toString(36).slice(2, 8)}@${subdomain}.example`, user_type: userType }
    const { invitation_token } = await admin.post<{ invitation_token: string }>('/api/v1/users/invitations', invited).expect(201)
    const user = await client(name).post<{ id: string }>(`/api/v1/users/invitations/${invitation_token}/accept`, { password: PASSWORD, first_name: 'Casey' }).expect(201)
    return Object.assign(await client(name).signIn(invited.email, PASSWORD), { userId: user.id })
  }
  return { id: made.organization.id, subdomain, admin, adminId: made.user.id, person, anonymous: () => client(name) }
}
