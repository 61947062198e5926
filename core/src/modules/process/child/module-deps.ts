import type { Context, Log, Manifest } from '@innoerp/sdk/contract'
import { transactionOf, type ModuleDeps, type StoredFile, type TenantDb } from '@innoerp/sdk/server'
import { createModuleEvents } from '../../module-events.js'
import type { WireResponse } from '../host-calls.js'
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

/** Statuses whose Response must not have a body. */
const NO_BODY = new Set([204, 205, 304])

/** The host's effects cannot be part of a transaction on the module's own connection: they follow it, and what is rolled back has none. */
async function afterCommit(ctx: Context, effect: () => Promise<void>): Promise<void> {
  const transaction = transactionOf(ctx)
  if (!transaction) return effect()
  transaction.afterCommit(() => void effect().catch((error: unknown) => ctx.log.error({ err: error }, 'What had to follow a transaction did not happen')))
}

/** What a module is given at set-up, each part of the host's asked for on behalf of the work that the context belongs to. */
export function createModuleDeps({ peer, db, log, manifest }: { peer: Peer; db: TenantDb; log: Log; manifest: Manifest }): ModuleDeps {
  const forWork = <T>(ctx: Context, name: string, args: object) => peer.ask<T>(name, { activity: activityOf(ctx), ...args })
  return {
    db,
    log,
    events: createModuleEvents({ name: manifest.id, publishes: manifest.events?.publishes ?? [], db, wake: () => peer.tell('wake', {}) }),
    core: {
      activeUsers: async (ctx, ids) => new Set(await forWork<string[]>(ctx, 'active_users', { ids })),
      planLimit: (ctx, name) => forWork<number | null>(ctx, 'plan_limit', { name }),
    },
    call: (ctx, port, input) => forWork(ctx, 'call', { port, input }),
    jobs: { enqueue: (...[ctx, name, payload, options]) => afterCommit(ctx, () => forWork(ctx, 'enqueue', { name, payload, options })) },
    mail: { send: (ctx, message) => afterCommit(ctx, () => forWork(ctx, 'send_mail', { message })) },
    files: {
      store: (ctx, { content, ...file }) => forWork(ctx, 'store_file', { ...file, content: Buffer.from(content).toString('base64') }),
      read: async (ctx, id) => {
        const found = await forWork<{ file: StoredFile; content: string } | undefined>(ctx, 'read_file', { id })
        return found && { file: found.file, content: Buffer.from(found.content, 'base64') }
      },
      remove: (ctx, id) => forWork(ctx, 'remove_file', { id }),
    },
    fetch: async (ctx, url, init) => {
      const { status, headers, body } = await forWork<WireResponse>(ctx, 'fetch', { url, init })
      return new Response(NO_BODY.has(status) ? null : Buffer.from(body, 'base64'), { status, headers })
    },
  }
}
