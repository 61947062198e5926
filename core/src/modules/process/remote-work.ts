import type { Context } from '@innoerp/sdk/contract'
import { randomUUID } from 'node:crypto'
import type { ModuleContext } from '../module-context.js'
import type { ProcessKeeper } from './process-keeper.js'
import type { ConsumeWork, JobWork, PortWork, Work } from './protocol.js'
import { toWireContext } from './wire-context.js'

const WORK_MS = 30_000
/** A job may take its time; its process is watched meanwhile. */
const JOB_MS = 15 * 60_000

/** Work for a module's process that does not come by HTTP. What a port gives back, and what is thrown, comes from there. */
export function createRemoteWork(keeper: ProcessKeeper) {
  const ask = async <T>(ctx: Context, name: string, { timeoutMs = WORK_MS, ...args }: { timeoutMs?: number; [part: string]: unknown }): Promise<T> => {
    const process = await keeper.get()
    const activity = randomUUID()
    const end = process.activities.begin(activity, ctx)
    const work: Work = { activity, request_id: ctx.requestId, context: toWireContext((ctx as ModuleContext).base) }
    try {
      return await process.ask<T>(name, { ...work, ...args }, timeoutMs)
    } finally {
      end()
    }
  }
  return {
    consume: (ctx: Context, work: Omit<ConsumeWork, keyof Work>): Promise<void> => ask(ctx, 'consume', { ...work }),
    job: (ctx: Context, work: Omit<JobWork, keyof Work>): Promise<void> => ask(ctx, 'job', { ...work, timeoutMs: JOB_MS }),
    port: (ctx: Context, work: Omit<PortWork, keyof Work>): Promise<unknown> => ask(ctx, 'port', { ...work }),
  }
}
