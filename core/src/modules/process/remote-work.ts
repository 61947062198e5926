import type { Context } from '@innoerp/sdk/contract'
import { randomUUID } from 'node:crypto'
import type { ModuleContext } from '../module-context.js'
import type { ProcessKeeper } from './process-keeper.js'
import type { ConsumeWork, PortWork, Work } from './protocol.js'
import { toWireContext } from './wire-context.js'

const WORK_MS = 30_000

/** Work for a module's process that does not come by HTTP. What a port gives back, and what is thrown, comes from there. */
export function createRemoteWork(keeper: ProcessKeeper) {
  const ask = async <T>(ctx: Context, name: string, args: object): Promise<T> => {
    const process = await keeper.get()
    const activity = randomUUID()
    const end = process.activities.begin(activity, ctx)
    const work: Work = { activity, request_id: ctx.requestId, context: toWireContext((ctx as ModuleContext).base) }
    try {
      return await process.ask<T>(name, { ...work, ...args }, WORK_MS)
    } finally {
      end()
    }
  }
  return {
    consume: (ctx: Context, work: Omit<ConsumeWork, keyof Work>): Promise<void> => ask(ctx, 'consume', work),
    port: (ctx: Context, work: Omit<PortWork, keyof Work>): Promise<unknown> => ask(ctx, 'port', work),
  }
}
