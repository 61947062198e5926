import type { Context, Log, ModulePackage } from '@innoerp/sdk/contract'
import type { CorePorts, JobOptions } from '@innoerp/sdk/server'
import type { ModuleServices } from '../loader.js'
import { moduleErrors } from '../module-errors.js'
import type { Activities } from './activities.js'
import type { Handlers } from './peer.js'
import type { ScopeKey } from './scope-key.js'

/** The parts of the host that a module's process may ask for. */
export interface HostServices {
  core: CorePorts
  ofModule: ModuleServices
  call(ctx: Context, port: string, input: unknown): Promise<unknown>
  wake(): void
}

interface OfWork {
  activity: string
}

interface HostCallsInit {
  services: HostServices
  activities: Activities
  module: ModulePackage
  login: string
  key: ScopeKey
  log: Log
}

interface JobCall {
  name: string
  payload: Record<string, unknown>
  options?: Omit<JobOptions, 'runAt'> & { runAt?: string }
}
interface FileCall {
  name: string
  /** Base64. */
  content: string
  accept?: string[]
}
/** A Response between host and process; the body is base64. */
export interface WireResponse {
  status: number
  headers: [string, string][]
  body: string
}

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
const MAX_IDS = 1_000

const jobOptions = ({ runAt, ...options }: NonNullable<JobCall['options']> = {}): JobOptions => ({ ...options, ...(runAt !== undefined && { runAt: new Date(runAt) }) })

/**
 * What the host does when a process asks. Nothing that the process says about itself counts: the context is the one that the host
 * began the work with, and for an organization without work under way there is no proof.
 */
export function hostCalls({ services, activities, module, login, key, log }: HostCallsInit): Handlers {
  const contextOf = ({ activity }: OfWork): Context => {
    const ctx = activities.context(activity)
    if (!ctx) throw moduleErrors.WORK_ENDED()
    return ctx
  }
  const own = services.ofModule(module, services.call)
  return {
    prove: ({ organization_id, backend }: { organization_id: string; backend: number }) => {
      if (!activities.hasOrganization(organization_id)) throw moduleErrors.WORK_ENDED()
      return key.prove(login, { organizationId: organization_id, backend: Number(backend) })
    },
    active_users: async (args: OfWork & { ids: string[] }) => [...(await services.core.activeUsers(contextOf(args), args.ids.slice(0, MAX_IDS)))],
    plan_limit: (args: OfWork & { name: string }) => services.core.planLimit(contextOf(args), String(args.name)),
    call: (args: OfWork & { port: string; input: unknown }) => own.call(contextOf(args), String(args.port), args.input),
    enqueue: ({ name, payload, options, ...work }: OfWork & JobCall) => own.jobs.enqueue(contextOf(work), name, payload, jobOptions(options)),
    send_mail: ({ message, ...work }: OfWork & { message: Parameters<typeof own.mail.send>[1] }) => own.mail.send(contextOf(work), message),
    store_file: ({ content, ...args }: OfWork & FileCall) => own.files.store(contextOf(args), { ...args, content: Buffer.from(content, 'base64') }),
    read_file: async (args: OfWork & { id: string }) => {
      const found = await own.files.read(contextOf(args), args.id)
      return found && { file: found.file, content: Buffer.from(found.content).toString('base64') }
    },
    remove_file: (args: OfWork & { id: string }) => own.files.remove(contextOf(args), args.id),
    fetch: async ({ url, init, ...work }: OfWork & { url: string; init?: Parameters<typeof own.fetch>[2] }): Promise<WireResponse> => {
      const response = await own.fetch(contextOf(work), url, init)
      return { status: response.status, headers: [...response.headers], body: Buffer.from(await response.arrayBuffer()).toString('base64') }
    },
    wake: () => services.wake(),
    log: ({ level, fields, message }: { level: string; fields: object; message?: string }) => {
      const at = LEVELS.find((name) => name === level) ?? 'info'
      log[at](typeof fields === 'object' && fields !== null ? fields : {}, String(message ?? ''))
    },
  }
}
