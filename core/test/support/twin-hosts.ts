import { createTestHost, TestClient, type TestHost, type TestHostOptions } from '../../src/testing/index.js'
import { buildHost, type Host } from '../../src/app.js'
import { loadConfig } from '../../src/config/config.js'

/** Two hosts over one database and one home, as instances of one installation. */
export interface TwinHosts {
  a: TestHost
  b: { host: Host; port: number }
  /** The same person, with the same token, at the other instance. */
  atB(client: TestClient): TestClient
  close(): Promise<void>
}

export async function createTwinHosts({ settings = {}, ...options }: TestHostOptions = {}): Promise<TwinHosts> {
  const a = await createTestHost({ ...options, settings })
  const { database, admin } = a.host.platform.config
  const shared = { DATABASE_URL: database.url, INNOERP_ADMIN_EMAIL: admin.email, INNOERP_ADMIN_PASSWORD: admin.password, INNOERP_REGISTRY_TOKEN: a.registryToken }
  const limits = { INNOERP_LIMIT_SIGNUP: '0', INNOERP_LIMIT_LOGIN: '0', INNOERP_LIMIT_REQUESTS: '0' }
  const host = await buildHost(loadConfig({ PORT: '0', ...shared, ...limits, ...settings }, { home: a.home }), { passwordCost: 4 })
  const port = await host.listen()
  return {
    a,
    b: { host, port },
    atB: ({ host: name, token }) => new TestClient({ host: name, port, ...(token !== undefined && { token }) }),
    close: async () => {
      await host.close()
      await a.close()
    },
  }
}
