import { bind, type ModuleParts, type TenantDb } from '@innoerp/sdk/server'
import { RECORD_EFFECT } from '../../record-effect.js'
import type { ConsumeWork, JobWork, PortWork, Work } from '../protocol.js'
import { ProcessContext, type ContextReader } from './process-context.js'

/** Does what the host asks for besides requests: effects of events, jobs, calls of other modules. */
export function createWorkers({ moduleId, parts, db, reader }: { moduleId: string; parts: ModuleParts; db: TenantDb; reader: ContextReader }) {
  const contextOf = ({ context, activity, request_id }: Work) => new ProcessContext(reader.baseOf(context), { requestId: request_id, activity })
  return {
    /** The record of the effect and the effect are one transaction on the module's own connection. */
    consume: async (work: ConsumeWork): Promise<void> => {
      const consumer = parts.consumers?.[work.topic]
      if (!consumer) throw new Error(`There is no consumer of ${work.topic}.`)
      await contextOf(work).transaction(async (tx) => {
        const [fresh] = await db.run(tx, bind(RECORD_EFFECT, [moduleId, work.event_id]))
        if (fresh) await consumer(tx, work.data)
      })
    },
    job: async (work: JobWork): Promise<void> => {
      const job = parts.jobs?.[work.name]
      if (!job) throw new Error(`There is no job ${work.name}.`)
      await job(contextOf(work), work.payload)
    },
    port: async (work: PortWork): Promise<unknown> => {
      const port = parts.ports?.[work.port]
      if (!port) throw new Error(`There is no port ${work.port}.`)
      return port(contextOf(work), work.input)
    },
  }
}
