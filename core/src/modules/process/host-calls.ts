import type { Context, Log } from '@innoerp/sdk/contract'
import type { CorePorts } from '@innoerp/sdk/server'
import { moduleErrors } from '../module-errors.js'
import type { Activities } from './activities.js'
import type { Handlers } from './peer.js'
import type { ScopeKey } from './scope-key.js'

/** The parts of the host that a module's process may ask for. */
export interface HostServices {
  core: CorePorts
  call(ctx: Context, port: string, input: unknown): Promise<unknown>
  wake(): void
}

interface OfWork {
  activity: string
}

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
const MAX_IDS = 1_000

/**
 * What the host does when a process asks. Nothing that the process says about itself counts: the context is the one that the host
 * began the work with, and for an organization without work under way there is no proof.
 */
export function hostCalls({ services, activities, login, key, log }: { services: HostServices; activities: Activities; login: string; key: ScopeKey; log: Log }): Handlers {
  const contextOf = ({ activity }: OfWork): Context => {
    const ctx = activities.context(activity)
    if (!ctx) throw moduleErrors.WORK_ENDED()
    return ctx
  }
  return {
    prove: ({ organization_id, backend }: { organization_id: string; backend: number }) => {
      if (!activities.hasOrganization(organization_id)) throw moduleErrors.WORK_ENDED()
      return key.prove(login, { organizationId: organization_id, backend: Number(backend) })
    },
    active_users: async (args: OfWork & { ids: string[] }) => [...(await services.core.activeUsers(contextOf(args), args.ids.slice(0, MAX_IDS)))],
    call: (args: OfWork & { port: string; input: unknown }) => services.call(contextOf(args), String(args.port), args.input),
    wake: () => services.wake(),
    log: ({ level, fields, message }: { level: string; fields: object; message?: string }) => {
      const at = LEVELS.find((name) => name === level) ?? 'info'
      log[at](typeof fields === 'object' && fields !== null ? fields : {}, String(message ?? ''))
    },
  }
}
