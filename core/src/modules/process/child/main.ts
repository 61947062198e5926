import { isDomainError } from '@innoerp/sdk/contract'
import { createTenantDb, type ModuleDefinition } from '@innoerp/sdk/server'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openPeer, type Handlers, type Peer } from '../peer.js'
import type { ConsumeWork, Description, JobWork, MigrationsInit, PortWork, StartInit } from '../protocol.js'
import type { Pulse } from '../watchdog.js'
import { readMigrations } from './migrations.js'
import { createModuleDeps, createProcessLog } from './module-deps.js'
import { createContextReader } from './process-context.js'
import { ProvingPool } from './proving-pool.js'
import { serve } from './serve.js'
import { createWorkers } from './work.js'

/** The channel that the host gave to this process at its start. */
const CHANNEL = 3

interface Running {
  description: Description
  workers: ReturnType<typeof createWorkers>
  pool: ProvingPool
  stop(): Promise<void>
}

async function start(init: StartInit, peer: Peer): Promise<Running> {
  const { manifest, schema, secret } = init
  const { default: definition } = (await import(pathToFileURL(init.server).href)) as { default?: ModuleDefinition }
  if (typeof definition?.setup !== 'function') throw new Error('Its server file has no default export made with defineModule().')
  const log = createProcessLog(peer)
  const pool = new ProvingPool(init, (organizationId, backend) => peer.ask('prove', { organization_id: organizationId, backend }))
  const db = createTenantDb({ pool, role: '', schema })
  const parts = await definition.setup(createModuleDeps({ peer, db, log, manifest }))
  const reader = createContextReader({ secret, db, log })
  const { app, description } = await serve(init, { parts, reader, log })
  return {
    description,
    workers: createWorkers({ moduleId: manifest.id, parts, db, reader }),
    pool,
    stop: async () => {
      await app.close()
      await parts.close?.()
      await pool.end()
    },
  }
}

/** Why a module does not start is told to its author, who looks for the place in the server file. */
function withPlace(error: unknown, server: string): unknown {
  if (!(error instanceof Error) || isDomainError(error)) return error
  const [, place] = new RegExp(`${path.basename(server).replace('.', '\\.')}:(\\d+:\\d+)`).exec(error.stack ?? '') ?? []
  return place === undefined ? error : new Error(`${error.message} (${path.basename(server)}:${place})`)
}

let running: Running | undefined
const work = (): Running => {
  if (!running) throw new Error('The module is not set up yet.')
  return running
}
const handlers: Handlers = {
  start: async (init: StartInit): Promise<Description> => {
    running = await start(init, peer).catch((error: unknown) => {
      throw withPlace(error, init.server)
    })
    return running.description
  },
  migrations: (init: MigrationsInit) => readMigrations(init),
  ping: (): Pulse => ({ starvedMs: running?.pool.starvedMs ?? 0 }),
  consume: (args: ConsumeWork) => work().workers.consume(args),
  job: (args: JobWork) => work().workers.job(args),
  port: (args: PortWork) => work().workers.port(args),
  stop: () => running?.stop(),
}
// Without the host there is nothing left to do.
const peer = openPeer(new net.Socket({ fd: CHANNEL, readable: true, writable: true }), { handlers, onClose: () => process.exit(0) })
