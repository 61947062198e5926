import type { ModulePackage } from '@innoerp/sdk/contract'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createServices } from '../../src/host/services.js'
import { linkSharedPackages } from '../../src/modules/loader.js'
import { migrateModule } from '../../src/modules/install/migrations.js'
import { loaderDepsOf } from '../../src/modules/module-host.js'
import { readModuleFiles, type ModuleFiles } from '../../src/modules/module-files.js'
import { createProcessUnit, type ProcessUnitDeps } from '../../src/modules/process/create-process-unit.js'
import { Spares } from '../../src/modules/process/spares.js'
import { createModuleServices } from '../../src/modules/services/index.js'
import type { Unit } from '../../src/modules/unit.js'
import { openExchange } from '../../src/platform/http/exchange.js'
import type { Assignment } from '../../src/platform/http/site.js'
import { createTestHost, TestClient, type TestHost, type TestTenant } from '../../src/testing/index.js'
import { PROJECTS } from '../support/modules.js'
import { writeProbe, type ProbeInit } from './probe-package.js'

/** A probe at work in its own process. */
export interface Probe {
  id: string
  unit: Unit
  /** Why it was given up, when it was. */
  quarantined: Promise<string>
  client(tenant: TestTenant): TestClient
  path(rest: string): string
  /** Lets the module run code for a tenant: \`tools\`, \`request\` and \`reply\` are at hand. */
  run<T = unknown>(tenant: TestTenant, code: string): Promise<{ status: number; body: T; ms: number }>
}
export interface Rig {
  host: TestHost
  probe(init: ProbeInit, deps?: Partial<ProcessUnitDeps>): Promise<Probe>
  close(): Promise<void>
}

const assignmentOf = (id: string): Assignment => ({
  module_id: id,
  version_range: 'stable',
  version: '1.0.0',
  is_enabled: true,
  config: { note: 'of the operator' },
  settings: {},
  display_order: 0,
  assigned_at: '2026-01-01T00:00:00.000Z',
  quota: { requests_per_minute: null, jobs_per_hour: null, storage_mb: null },
})

/** A host with projects inline, and beside it, behind a server of their own, modules in processes. */
export async function createRig(): Promise<Rig> {
  const host = await createTestHost({ module: PROJECTS })
  const { platform, tenants, catalogue } = host.host
  const services = await createServices({ platform, catalogue, tenants, passwordCost: 4 })
  const modules = path.join(host.home, 'modules')
  await linkSharedPackages(modules)
  const units = new Map<string, Unit>()
  const server = http.createServer((req, res) => {
    const id = req.url?.split('/')[3] ?? ''
    const site = tenants.site(req.headers.host)
    if (site?.kind !== 'tenant') return res.writeHead(404).end()
    openExchange(req, res).target = { tenant: site.tenant, assignment: assignmentOf(id) }
    units.get(id)?.handle(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const ofModule = (granted: readonly string[]) => createModuleServices({ platform, grants: { granted: () => new Set(granted) }, tenants })
  const parts = { platform, catalogue, tenants, access: services.access, core: services.corePorts, services: ofModule([]), wake: () => {}, onQuarantine: () => {} }
  const loader = loaderDepsOf(parts, () => undefined)
  const spares = new Spares()
  const depsFor = ({ id, granted = [] }: ProbeInit): ProcessUnitDeps => ({
    database: platform.database,
    secretKey: platform.secrets.secretKey,
    isPrepared: true,
    descriptions: path.join(modules, '.processes'),
    memoryMb: 256,
    idleSeconds: 300,
    runtime: loader.runtime,
    spares,
    services: { core: services.corePorts, ofModule: ofModule(granted), call: async (ctx, name, input) => ({ name, input, organization: ctx.organization.id }), wake: () => host.host.relay.wake() },
    log: platform.logs.logger(`${id}-module`, 'middleware'),
    isTrial: true,
    onQuarantine: () => {},
  })
  const migrate = async (files: ModuleFiles): Promise<void> => {
    const owner = await platform.database.connectAsOwner()
    await migrateModule(owner, { files, roles: platform.database.roles, settled: new Set(), isolation: 'process' }).finally(() => owner.end())
  }
  let migrating: Promise<void> = Promise.resolve()
  return {
    host,
    probe: async (init, more = {}) => {
      const files = await readModuleFiles(await writeProbe(modules, init))
      await (migrating = migrating.catch(() => {}).then(() => migrate(files)))
      let giveUp: (reason: string) => void = () => {}
      const quarantined = new Promise<string>((resolve) => (giveUp = resolve))
      const unit = await createProcessUnit(files, { ...depsFor(init), onQuarantine: giveUp, ...more })
      await units.get(init.id)?.retire()
      units.set(init.id, unit)
      return probeOf({ unit, port, quarantined, package: files.package })
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      spares.close()
      await Promise.all([...units.values()].map((unit) => unit.retire()))
      await host.close()
    },
  }
}

function probeOf({ unit, port, quarantined, package: { innoerp } }: { unit: Unit; port: number; quarantined: Promise<string>; package: ModulePackage }): Probe {
  const client = ({ subdomain, admin }: TestTenant) => new TestClient({ host: `${subdomain}.localhost`, port, ...(admin.token && { token: admin.token }) })
  const at = (rest: string) => `/api/v1/${innoerp.id}${rest}`
  return {
    id: innoerp.id,
    unit,
    quarantined,
    client,
    path: at,
    run: async <T>(tenant: TestTenant, code: string) => {
      const began = performance.now()
      const { status, body } = await client(tenant).post<T>(at('/run'), { code })
      return { status, body, ms: performance.now() - began }
    },
  }
}
