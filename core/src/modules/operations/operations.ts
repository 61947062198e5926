import { isDomainError } from '@innoerp/sdk/contract'
import { newId } from '@innoerp/sdk/server'
import type { Logger } from 'pino'
import type { Bus } from '../../platform/bus.js'
import type { Leader } from '../../platform/events/leader.js'
import { moduleErrors } from '../module-errors.js'
import type { Operation, OperationRepository, Step } from './operation-repository.js'

/** Tells how far an operation has come. */
export interface Progress {
  step<T>(name: string, work: () => Promise<T>): Promise<T>
  /** A remark on the step under way, for people. */
  note(detail: string): void
}
/**
 * Does the whole of an operation, step by step. It may be cut off anywhere by a crash and is then done again from its first step, so
 * every step must bear being repeated.
 */
export type Run = (input: never, progress: Progress) => Promise<void>

export interface Request {
  kind: string
  moduleId: string
  input: Record<string, unknown>
  by: string
}

/** Changes to modules that take longer than a request: recorded step by step, one after the other for each module, resumable. */
export interface Operations {
  /** Says how operations of a kind are done. Where that is not said, another instance does them. */
  define(kind: string, run: Run): void
  /** Begins one; returns its id before it has done anything. */
  start(request: Request): Promise<string>
  find(id: string): Promise<Operation>
  list(): Promise<Operation[]>
  /** Takes up what a crash cut off, or what another instance was asked for. Only who leads does. */
  resume(): Promise<void>
  /** Begins nothing more; what is under way is taken up at the next start. */
  close(): void
}

export interface OperationsDeps {
  rows: OperationRepository
  bus: Bus
  /** Which of several instances does operations: of one module they never overlap. */
  leader: Pick<Leader, 'lead'>
  log: Logger
}

const LISTED = 500

/** Those under way: of one module one after the other. */
function createPerformer({ rows, bus, log }: Pick<OperationsDeps, 'rows' | 'bus' | 'log'>) {
  const kinds = new Map<string, Run>()
  const queues = new Map<string, Promise<void>>()
  const underWay = new Set<string>()
  let isClosed = false
  const complain = (operation: string, what: string) => (error: unknown) => void (isClosed || log.error({ err: error, operation }, what))
  const save = async (operation: Operation): Promise<void> => {
    if (isClosed) return
    await rows.save(operation)
    await bus.announce({ kind: 'operation', id: operation.id })
  }
  const perform = async (operation: Operation): Promise<void> => {
    if (isClosed) return
    operation.steps = []
    try {
      await (kinds.get(operation.kind) as Run)(operation.input as never, progressOf(operation, save))
      operation.state = 'succeeded'
    } catch (error) {
      operation.state = 'failed'
      operation.error = told(error)
      if (!isClosed && !isDomainError(error)) log.error({ err: error, operation: operation.id, kind: operation.kind }, 'An operation failed')
    }
    await save(operation)
  }
  return {
    kinds,
    underWay,
    complain,
    queue: (operation: Operation): void => {
      const { id, kind } = operation
      if (isClosed || underWay.has(id) || !kinds.has(kind)) return
      underWay.add(id)
      const key = operation.module_id ?? ''
      const before = queues.get(key) ?? Promise.resolve()
      queues.set(key, before.then(() => perform(operation)).catch(complain(id, 'An operation could not be recorded')).finally(() => underWay.delete(id)))
    },
    close: () => {
      isClosed = true
    },
  }
}

export function createOperations(deps: OperationsDeps): Operations {
  const { rows, bus, leader } = deps
  const { kinds, underWay, complain, queue, close } = createPerformer(deps)
  /** What another instance was asked for. */
  const takeUp = async (id: string): Promise<void> => {
    if (underWay.has(id) || kinds.size === 0 || !(await leader.lead())) return
    const operation = await rows.find(id)
    if (operation?.state === 'running') queue(operation)
  }
  bus.on((change) => {
    if (change.kind === 'operation') takeUp(change.id).catch(complain(change.id, 'An operation could not be taken up'))
  })
  return {
    define: (kind, run) => void kinds.set(kind, run),
    start: async ({ kind, moduleId, input, by }) => {
      const operation = await rows.insert({ id: newId(), kind, module_id: moduleId, input, created_by: by })
      if (kinds.has(kind) && (await leader.lead())) queue(operation)
      else await bus.announce({ kind: 'operation', id: operation.id })
      return operation.id
    },
    find: async (id) => {
      const found = await rows.find(id)
      if (!found) throw moduleErrors.OPERATION_NOT_FOUND()
      return found
    },
    list: () => rows.list(LISTED),
    resume: async () => (await rows.running()).forEach(queue),
    close,
  }
}

function progressOf(operation: Operation, save: (operation: Operation) => Promise<void>): Progress {
  const now = () => new Date().toISOString()
  let current: Step | undefined
  return {
    note: (detail) => {
      if (current) current.detail = detail
    },
    step: async (name, work) => {
      const step: Step = { name, state: 'running', started_at: now(), finished_at: null }
      current = step
      operation.steps.push(step)
      await save(operation)
      try {
        const result = await work()
        step.state = 'succeeded'
        return result
      } catch (error) {
        step.state = 'failed'
        throw error
      } finally {
        step.finished_at = now()
      }
    },
  }
}

/** What is told of a failure: a coded reason, never a stack trace. */
function told(error: unknown): { code: string; message: string } {
  if (isDomainError(error)) return { code: error.code, message: error.message }
  const { code, message } = error as { code?: string; message?: string }
  return { code: typeof code === 'string' ? code : 'INTERNAL', message: (message ?? String(error)).split('\n')[0] ?? 'It failed.' }
}
