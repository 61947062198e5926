import { registryMigrations } from '@innoerp/registry'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config/config.js'
import { loadSecrets, type Secrets } from './config/secrets.js'
import { createBackground } from './host/background.js'
import { drain } from './host/drain.js'
import { openEventCarrier } from './host/event-carrier.js'
import { createFront, type Front } from './host/front.js'
import { createModulePlatform, openCatalogue, type ModulePlatform } from './host/modules.js'
import { does, gatewayPortOf, isHere, LABELS, registryUrlOf, SHOWN_SERVICES } from './host/placement.js'
import { createPlatformPackages } from './host/platform-packages.js'
import { embeddedRegistry } from './host/registry.js'
import { createServices } from './host/services.js'
import type { ModuleCatalogue } from './modules/catalogue/catalogue.js'
import { deliveriesFor } from './modules/deliveries.js'
import { createDispatcher } from './modules/dispatcher.js'
import type { ModuleHost } from './modules/module-host.js'
import { releaseKey } from './modules/install/release.js'
import { openTrustedKeys } from './modules/trust/trusted-keys.js'
import { withLog } from './platform/audit/audit-log.js'
import { openAudit } from './platform/audit/index.js'
import { openAlerts } from './platform/alerts/index.js'
import { openDatabase } from './platform/database/database.js'
import { readMigrations, type CoreMigration } from './platform/database/migrate.js'
import { createEngineHealth } from './platform/engine-health.js'
import { createCoreEvents } from './platform/events/core-events.js'
import { createRelay, type Relay } from './platform/events/relay.js'
import { meetTenants } from './platform/http/meet-tenants.js'
import type { OpenApi } from './platform/http/openapi.js'
import { createOrigins } from './platform/http/origins.js'
import { createTenantDirectory, type TenantDirectory } from './platform/http/tenant-directory.js'
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
import { healthRoutes } from './services/gateway/health-routes.js'
import type { ShellManifest } from './services/gateway/page.js'
import { createHealthMonitor } from './services/monitoring/health.js'

const require = createRequire(import.meta.url)
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
  const shared = await openShared({ place: config.redis, database, secretKey: secrets.secretKey, health: engines })
  const relay: { wake(): void } = { wake: () => {} }
  const logs = new LogFiles({ home: config.home, debug: config.debug, days: config.logDays })
  const complain = (what: string) => (error: unknown) => logs.logger('platform', what).error({ err: error }, `${what} failed; it is tried again`)
  const audit = withLog(openAudit(database, { seals: does(config, 'sealing'), onError: complain('audit') }), logs)
  const mail = openMail({ database, transport: does(config, 'mail') ? config.mail : undefined, log: logs.logger('platform', 'mail') })
  const origins = createOrigins({ ...config, port: gatewayPortOf(config) })
  const platform: Platform = {
    config,
    secrets,
    database,
    ...shared.ports,
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
  const registryUrl = () => registryUrlOf(config, state)
  const { catalogue, rows } = openCatalogue(platform, HOST_VERSION)
  const tenants = createTenantDirectory({ db, domain: config.domain, catalogue })
  const services = await createServices({ platform, catalogue, tenants, passwordCost })
  const { access, authenticator, keys: signingKeys, issuer, meter } = services
  const split = config.services && (await import('./split/open-split.js')).openSplit({ services: config.services, platform, tenants, keys: signingKeys, issuer })
  const wake = () => opened.relay.wake()
  const modulePlatform = createModulePlatform({ platform, catalogue, rows, tenants, keys, access, core: services.corePorts, registryUrl, wake, elsewhere: split?.modules })
  const modules = modulePlatform.host
  const { transport, view: broker } = await openEventCarrier(platform, catalogue)
  const relay = createRelay({ platform, deliveriesOf: deliveriesFor({ platform, tenants, modules: () => modules }), transport })
  opened.relay.wake = () => relay.wake()
  // Requests of modules are counted where these run.
  const counting = isHere(config, 'modules') ? { usage: platform.usage, watch: modulePlatform.watch } : NOT_COUNTED
  const dispatcher = createDispatcher({ core: (req, res) => front.handle(req, res), tenants, catalogue, modules, ...counting })
  const refresh = async (): Promise<void> => {
    await Promise.all([catalogue.load(), platform.flags.load()])
    // A version is loaded before anybody runs it, and taken out when nobody does.
    await modules.load()
    await tenants.load()
    modules.retire()
    await modulePlatform.watch.load()
    dispatcher.refresh()
  }
  platform.bus.on((change) => (change.kind === 'platform-settings' ? platform.settings.load() : undefined))
  // Before the services listen: what they tell of a change is made from what is in memory by then.
  platform.bus.on((change) => (change.kind === 'organization' ? tenants.reload(change.id) : change.kind === 'catalogue' ? refresh() : undefined))
  const packages = servesPlatform && isHere(config, 'registry') ? createPlatformPackages({ platform, registryUrl }) : undefined
  const isReady = () => state.ready
  const health = createHealthMonitor({ platform, keys: signingKeys, isReady: isHere(config, 'gateway') || !split ? isReady : split.isGatewayReady })
  const states = (own: string) => split?.states(own) ?? SHOWN_SERVICES.map((service) => ({ service, status: own }))
  const label = LABELS[config.services?.own ?? 'gateway']
  const front: Front = await createFront({
    app: { platform, tenants, access, version: HOST_VERSION, label },
    table: services.routes({ modules: modulePlatform, shell, isReady, port: () => state.port, broker, relay, health, meter: split?.figures ?? meter, states }),
    health: healthRoutes({ isReady, isDatabaseUp: () => platform.database.isUp(), engines: platform.engines, service: label }),
    registry: embeddedRegistry(platform, { packages, ownUrl: registryUrl }),
    meter,
    authenticator,
    host: modules,
    split,
  })
  return { ...opened, state, registryUrl, catalogue, tenants, modules, modulePlatform, relay, front, dispatcher, refresh, packages, split, health }
}

const NOT_COUNTED = { usage: { request: () => {} }, watch: { watches: () => false, record: () => {} } }

export async function buildHost(config: Config, options: HostOptions = {}): Promise<Host> {
  const certificate = config.tls && (await openCertificate(config.tls))
  const parts = await assemble(config, options)
  const { platform, ownKeys, state, registryUrl, catalogue, tenants, modules, modulePlatform, relay, front, dispatcher, refresh, packages, split, health } = parts
  const handle = split?.door(dispatcher) ?? meetTenants(tenants, dispatcher.handle)
  const { server, door } = await openWeb(config, { certificate, handle, log: platform.logs.logger('api-gateway', 'tls') })
  state.registryDoor = door?.port ?? 0
  const first = () => {
    const { plugins, release, onProgress = () => {} } = options
    return { plugins, release, onProgress, key: ownKeys['first-party']?.private, registry: { url: registryUrl(), token: platform.secrets.registryToken } }
  }
  const background = createBackground({ config, platform, tenants, modules: modulePlatform, relay, health, first })
  await refresh()
  return {
    platform,
    secrets: platform.secrets,
    tenants,
    catalogue,
    modules,
    modulePlatform,
    relay,
    document: front.document,
    listen: async () => {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port: config.port, host: config.host }, resolve))
      state.port = (server.address() as AddressInfo).port
      if (isHere(config, 'gateway')) platform.origins.listening(state.port)
      await background.begin()
      state.ready = true
      // Nobody waits for it, and whoever starts the host has better use for its first seconds.
      if (packages) setTimeout(() => void packages.publish(), PUBLISH_PLATFORM_MS).unref()
      return state.port
    },
    close: async () => {
      const wasReady = state.ready
      state.ready = false
      // Whoever sends requests here hears first that there is somebody better to send them to.
      if (wasReady) await sleep((config.services?.drainSeconds ?? 0) * 1_000)
      await background.pause()
      door?.close()
      await drain(server, async () => {
        await front.app.close()
        await modules.close()
      })
      await background.end()
      await split?.close()
      await parts.close()
    },
  }
}
