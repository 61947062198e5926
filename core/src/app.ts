import { registryMigrations } from '@innoerp/registry'
import { readFile } from 'node:fs/promises'
import type http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Config } from './config/config.js'
import { loadSecrets, type Secrets } from './config/secrets.js'
import { createCoreApp } from './host/core-app.js'
import { openEventCarrier } from './host/event-carrier.js'
import { installFirstModules } from './host/first-modules.js'
import { createModulePlatform, openCatalogue, type ModulePlatform } from './host/modules.js'
import { createPlatformPackages } from './host/platform-packages.js'
import { embeddedRegistry } from './host/registry.js'
import { createServices } from './host/services.js'
import type { ModuleCatalogue } from './modules/catalogue/catalogue.js'
import { deliveriesFor } from './modules/deliveries.js'
import { createDispatcher } from './modules/dispatcher.js'
import type { ModuleHost } from './modules/module-host.js'
import { releaseKey } from './modules/install/release.js'
import { runModuleJob } from './modules/services/run-module-job.js'
import { openTrustedKeys } from './modules/trust/trusted-keys.js'
import { openAudit } from './platform/audit/index.js'
import { openAlerts } from './platform/alerts/index.js'
import { openDatabase } from './platform/database/database.js'
import { readMigrations, type CoreMigration } from './platform/database/migrate.js'
import { createEngineHealth } from './platform/engine-health.js'
import { createCoreEvents } from './platform/events/core-events.js'
import { createRelay, type Relay } from './platform/events/relay.js'
import { mergeDocuments, type OpenApi } from './platform/http/openapi.js'
import { createOrigins } from './platform/http/origins.js'
import type { Tenant } from './platform/http/site.js'
import { createTenantDirectory, type TenantDirectory } from './platform/http/tenant-directory.js'
import { keepHouse } from './platform/housekeeping.js'
import { createDiskStore } from './platform/files/disk-store.js'
import { createFiles } from './platform/files/index.js'
import { createS3Store } from './platform/files/s3-store.js'
import { openFlags } from './platform/flags/index.js'
import { openJobs } from './platform/jobs/index.js'
import { LogFiles } from './platform/logging/log-files.js'
import { openLogStore } from './platform/logging/open-log-store.js'
import { openMail } from './platform/mail/index.js'
import { createUsageMeter } from './platform/metrics/usage-meter.js'
import { openPlatformSettings } from './platform/platform-settings.js'
import type { Platform } from './platform/platform.js'
import { openShared } from './platform/redis/index.js'
import { openCertificate, openWeb } from './platform/tls/web-server.js'
import type { ShellManifest } from './services/gateway/page.js'

const require = createRequire(import.meta.url)
const DRAIN_MS = 5_000
const PUBLISH_PLATFORM_MS = 5_000
export const HOST_VERSION = (require('../package.json') as { version: string }).version

export interface HostOptions {
  /** Folder of first-party modules to publish and install at start, each built into its `build`. */
  plugins?: string
  /** Folder of signed module packages to install at start, with their public key; how an image brings the first-party modules. */
  release?: string
  /** Whether the registry serves the platform's own packages, for authors of modules. */
  servesPlatform?: boolean
  onProgress?(line: string): void
  /** bcrypt's cost; tests take a lower one. */
  passwordCost?: number
}

/** The whole product but its listening socket; every test uses it. */
export interface Host {
  platform: Platform
  secrets: Secrets
  tenants: TenantDirectory
  catalogue: ModuleCatalogue
  modules: ModuleHost
  modulePlatform: ModulePlatform
  relay: Relay
  document(): OpenApi
  /** Listens, installs what is new, becomes ready. Returns the port. */
  listen(): Promise<number>
  /** No longer ready, answers what is under way, then ends everything it started. */
  close(): Promise<void>
}

/** Core's tables and the registry's, in one order. */
export async function allMigrations(): Promise<CoreMigration[]> {
  const registry = registryMigrations.map(({ id, up, down, grants }) => ({ id, up: `${up}\n${grants('{admin}')}`, down }))
  return [...(await readMigrations(new URL('../migrations/', import.meta.url))), ...registry]
}

async function readShell(): Promise<{ folder: string; manifest: ShellManifest }> {
  const file = require.resolve('@innoerp/shell/manifest.json')
  return { folder: path.dirname(file), manifest: JSON.parse(await readFile(file, 'utf8')) as ShellManifest }
}

/** Everything that services and modules stand on, and what the disk holds. */
async function openPlatform(config: Config, release: string | undefined) {
  const secrets = await loadSecrets(config)
  const [shell, database] = await Promise.all([
    readShell(),
    allMigrations().then((migrations) => openDatabase(config, { secretKey: secrets.secretKey, migrations })),
  ])
  const { keys, own } = await openTrustedKeys({ db: database.core, home: config.home, isProduction: config.isProduction, releaseKey: release && (await releaseKey(release)) })
  const engines = createEngineHealth()
  const shared = await openShared({ place: config.redis, database, secretKey: secrets.secretKey, health: engines }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const relay: { wake(): void } = { wake: () => {} }
  const logs = new LogFiles({ home: config.home, debug: config.debug, days: config.logDays })
  const complain = (what: string) => (error: unknown) => logs.logger('platform', what).error({ err: error }, `${what} failed; it is tried again`)
  const audit = openAudit(database, complain('audit'))
  const mail = openMail({ database, transport: config.mail, log: logs.logger('platform', 'mail') })
  const origins = createOrigins(config)
  const platform: Platform = {
    config,
    secrets,
    database,
    bus: shared.bus,
    limits: shared.limits,
    origins,
    logs,
    logStore: await openLogStore({ config, database, logs, engines }),
    audit,
    alerts: openAlerts({ db: database.core, audit, mail, origins, onError: complain('alerts') }),
    usage: createUsageMeter({ db: database.core, onError: complain('usage') }),
    jobs: await openJobs(database, logs.logger('platform', 'jobs')),
    mail,
    files: createFiles({ db: database.core, store: config.s3 ? createS3Store(config.s3) : createDiskStore(path.join(config.home, 'files')) }),
    flags: await openFlags(database.core),
    settings: await openPlatformSettings(database.core, config.platformSettings),
    events: createCoreEvents(() => relay.wake()),
    engines,
  }
  /** Ends it all, in the order in which nothing misses what has ended. */
  const close = async (): Promise<void> => {
    await platform.mail.close()
    await platform.usage.close()
    await platform.audit.close()
    await platform.logStore.close()
    await shared.close()
    await database.close()
    await platform.logs.close()
  }
  return { platform, shell, keys, ownKeys: own, relay, close }
}

/** Wires platform, services and modules; nothing listens yet. */
async function assemble(config: Config, { passwordCost, release, servesPlatform = false }: HostOptions) {
  const opened = await openPlatform(config, release)
  const { platform, shell, keys } = opened
  const { core: db } = platform.database
  const state = { ready: false, port: config.port, registryDoor: 0 }
  const registryUrl = () => {
    if (config.tls) return `http://127.0.0.1:${state.registryDoor}/registry/`
    return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${state.port}/registry/`
  }
  const { catalogue, rows } = openCatalogue(platform, HOST_VERSION)
  const tenants = createTenantDirectory({ db, domain: config.domain, catalogue })
  const services = await createServices({ platform, catalogue, tenants, passwordCost })
  const wake = () => opened.relay.wake()
  const modulePlatform = createModulePlatform({ platform, catalogue, rows, tenants, keys, access: services.access, core: services.corePorts, registryUrl, wake })
  const modules = modulePlatform.host
  const { transport, view: broker } = await openEventCarrier(platform, catalogue)
  const relay = createRelay({ platform, deliveriesOf: deliveriesFor({ platform, tenants, modules: () => modules }), transport })
  opened.relay.wake = () => relay.wake()
  const dispatcher = createDispatcher({ core: (req, res) => core.handle(req, res), tenants, catalogue, modules, usage: platform.usage, watch: modulePlatform.watch })
  const refresh = async (): Promise<void> => {
    await Promise.all([catalogue.load(), platform.flags.load()])
    await tenants.load()
    await Promise.all([modules.sync(), modulePlatform.watch.load()])
    dispatcher.refresh()
  }
  // Before the services listen: what they tell of a change is made from what is in memory by then.
  platform.bus.on((change) => (change.kind === 'organization' ? tenants.reload(change.id) : change.kind === 'catalogue' ? refresh() : undefined))
  const packages = servesPlatform ? createPlatformPackages({ platform, registryUrl }) : undefined
  const document = (tenant?: Tenant): OpenApi => mergeDocuments(core.app.swagger() as unknown as OpenApi, modules.documents(tenant))
  const gateway = services.gateway({ modules: modulePlatform, shell, isReady: () => state.ready, port: () => state.port, broker, relay })
  const core = await createCoreApp({
    platform,
    tenants,
    access: services.access,
    version: HOST_VERSION,
    services: [...services.plugins, ...gateway],
    meter: services.meter,
    registry: embeddedRegistry(platform, { packages, ownUrl: registryUrl }),
    docs: services.docs({ document }),
  })
  return { ...opened, state, registryUrl, catalogue, tenants, modules, modulePlatform, relay, document, core, dispatcher, refresh, packages }
}

export async function buildHost(config: Config, options: HostOptions = {}): Promise<Host> {
  const certificate = config.tls && (await openCertificate(config.tls))
  const parts = await assemble(config, options)
  const { platform, ownKeys, state, registryUrl, catalogue, tenants, modules, modulePlatform, relay, document, core, dispatcher, refresh, packages } = parts
  const { server, door } = await openWeb(config, { certificate, handle: dispatcher.handle, log: platform.logs.logger('api-gateway', 'tls') })
  state.registryDoor = door?.port ?? 0
  const stopHousekeeping = keepHouse(platform.database.core, (error) => platform.logs.logger('api-gateway', 'housekeeping').error({ err: error }, 'Housekeeping failed'))
  await refresh()
  return {
    platform,
    secrets: platform.secrets,
    tenants,
    catalogue,
    modules,
    modulePlatform,
    relay,
    document,
    listen: async () => {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port: config.port, host: config.host }, resolve))
      state.port = (server.address() as AddressInfo).port
      platform.origins.listening(state.port)
      const { rows, lifecycle, operations } = modulePlatform
      const registry = { url: registryUrl(), token: platform.secrets.registryToken }
      const { plugins, release, onProgress = () => {} } = options
      await installFirstModules({ catalogue, rows, lifecycle, key: ownKeys['first-party']?.private, plugins, release, folder: modules.folder, registry, onProgress })
      await relay.start()
      platform.jobs.start(runModuleJob({ platform, tenants, modules }))
      await operations.resume()
      state.ready = true
      // Nobody waits for it, and whoever starts the host has better use for its first seconds.
      if (packages) setTimeout(() => void packages.publish(), PUBLISH_PLATFORM_MS).unref()
      return state.port
    },
    close: async () => {
      state.ready = false
      modulePlatform.operations.close()
      modulePlatform.watch.close()
      await platform.jobs.stop()
      door?.close()
      await drain(server, async () => {
        await core.app.close()
        await modules.close()
      })
      stopHousekeeping()
      await relay.stop()
      await parts.close()
    },
  }
}

/** No new requests; those under way are answered, for a while. */
async function drain(server: http.Server, closeServices: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))
  server.closeIdleConnections()
  await closeServices()
  server.closeIdleConnections()
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())])
  server.closeAllConnections()
}
