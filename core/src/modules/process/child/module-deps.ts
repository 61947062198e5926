import type { Context, Log, Manifest } from '@innoerp/sdk/contract'
import type { ModuleDeps, TenantDb } from '@innoerp/sdk/server'
import { createModuleEvents } from '../../module-events.js'
import type { Peer } from '../peer.js'
import { activityOf } from './process-context.js'

/** Log records as they go to the host; an error is told with its stack. */
export function createProcessLog(peer: Peer): Log {
  const at = (level: keyof Log) => (fields: object, message?: string) => {
    const { err } = fields as { err?: unknown }
    const shown = err instanceof Error ? { ...fields, err: { type: err.name, message: err.message, stack: err.stack } } : fields
    peer.tell('log', { level, fields: shown, message })
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What a module is given at set-up, each part of the host's asked for on behalf of the work that the context belongs to. */
export function createModuleDeps({ peer, db, log, manifest }: { peer: Peer; db: TenantDb; log: Log; manifest: Manifest }): ModuleDeps {
  const forWork = <T>(ctx: Context, name: string, args: object) => peer.ask<T>(name, { activity: activityOf(ctx), ...args })
  return {
    db,
    log,
    events: createModuleEvents({ name: manifest.id, publishes: manifest.events?.publishes ?? [], db, wake: () => peer.tell('wake', {}) }),
    core: { activeUsers: async (ctx, ids) => new Set(await forWork<string[]>(ctx, 'active_users', { ids })) },
    call: (ctx, port, input) => forWork(ctx, 'call', { port, input }),
  }
}
