import type { Logger } from 'pino'
import type { RolloutRepository, RolloutRow } from './rollout-repository.js'
import type { RolloutService } from './rollout-service.js'

/** An answer of a module that is being rolled out. */
export interface Answer {
  organizationId: string
  moduleId: string
  version: string
  status: number
}

/** Counts what organizations get from a version that is being rolled out to them, and stops it when too much of it fails. */
export interface RolloutWatch {
  /** True while a rollout of this version is under way; only then are answers counted. */
  watches(moduleId: string, version: string | undefined): boolean
  record(answer: Answer): void
  /** Reads anew which rollouts are under way. */
  load(): Promise<void>
  /** Writes what was counted, and judges it. */
  flush(): Promise<void>
  close(): void
}

const FLUSH_MS = 500
/** The share of failures that is borne where the rollout names none. */
const DEFAULT_BUDGET = 0.05
/** Fewer answers than these weigh as if they were so many, so that one failure among three is not a third. */
const LEAST = 20

export function createRolloutWatch({ rows, rollouts, log }: { rows: RolloutRepository; rollouts: RolloutService; log: Logger }): RolloutWatch {
  let open: readonly RolloutRow[] = []
  let counted = new Map<string, { rollout: RolloutRow; organizationId: string; requests: number; errors: number }>()

  const judge = async (rollout: RolloutRow): Promise<void> => {
    const moves = await rows.moves('platform', rollout.id)
    const requests = moves.reduce((sum, move) => sum + move.requests, 0)
    const errors = moves.reduce((sum, move) => sum + move.errors, 0)
    const budget = rollout.error_budget ?? DEFAULT_BUDGET
    if (errors > budget * Math.max(requests, LEAST)) await rollouts.stop(rollout.id, `${errors} of ${requests} requests failed; the budget is ${(budget * 100).toFixed(1)} %.`)
  }
  const flush = async (): Promise<void> => {
    if (counted.size === 0) return
    const entries = [...counted.values()]
    counted = new Map()
    await rows.addOutcomes(entries.map(({ rollout, organizationId, requests, errors }) => ({ rollout_id: rollout.id, organization_id: organizationId, requests, errors })))
    for (const rollout of new Set(entries.map((entry) => entry.rollout))) await judge(rollout)
  }
  const timer = setInterval(() => void flush().catch((error: unknown) => log.error({ err: error }, 'The figures of a rollout could not be written')), FLUSH_MS)
  timer.unref()
  return {
    flush,
    watches: (moduleId, version) => open.some((rollout) => rollout.module_id === moduleId && rollout.version === version),
    record: ({ organizationId, moduleId, version, status }) => {
      const rollout = open.find((one) => one.module_id === moduleId && one.version === version)
      if (!rollout) return
      const key = `${rollout.id} ${organizationId}`
      const entry = counted.get(key) ?? { rollout, organizationId, requests: 0, errors: 0 }
      entry.requests += 1
      if (status >= 500) entry.errors += 1
      counted.set(key, entry)
    },
    load: async () => {
      open = await rows.open()
    },
    close: () => clearInterval(timer),
  }
}
