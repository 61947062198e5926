import { bind } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'

export type RolloutState = 'running' | 'paused' | 'completed' | 'stopped' | 'rolled_back'
/** Whom a wave moves: named organizations, or so many percent of those that have the module, earlier waves counted in. */
export type WavePlan = { organizations: string[] } | { percent: number }

export interface RolloutRow {
  id: string
  module_id: string
  version: string
  state: RolloutState
  waves: WavePlan[]
  /** From 0: the wave that was begun last. */
  current_wave: number
  error_budget: number | null
  /** Gives the module to organizations of its waves that lack it. */
  enables: boolean
  reason: string | null
  created_at: string
  updated_at: string
}
type NewRow = Pick<RolloutRow, 'id' | 'module_id' | 'version' | 'waves' | 'error_budget' | 'enables'> & { created_by: string }
/** An organization that a rollout moved, with the requests it made of the new version since. */
export interface MoveRow {
  organization_id: string
  wave: number
  /** Null: it lacked the module, and was given it. */
  range_before: string | null
  moved_at: string
  requests: number
  errors: number
}
export interface Outcome {
  rollout_id: string
  organization_id: string
  requests: number
  errors: number
}

const COLUMNS = 'id, module_id, version, state, waves, current_wave, error_budget, enables, reason, created_at, updated_at'
const FIND = `select ${COLUMNS} from tenant.rollouts where id = $1`
const INSERT = `insert into tenant.rollouts (id, module_id, version, waves, error_budget, enables, created_by) values ($1, $2, $3, $4::jsonb, $5, $6, $7) returning ${COLUMNS}`
const MOVES = `select organization_id, wave, range_before, moved_at, requests::int as requests, errors::int as errors
  from tenant.rollout_moves where rollout_id = $1 order by wave, moved_at, organization_id`
const ADD = 'update tenant.rollout_moves set requests = requests + $3, errors = errors + $4 where rollout_id = $1 and organization_id = $2'

/** `tenant.rollouts` and whom they moved. */
export const createRolloutRepository = (db: CoreDb) => ({
  insert: async (tx: CoreTransaction, row: NewRow): Promise<RolloutRow> =>
    (await db.run<RolloutRow>(tx, INSERT, [row.id, row.module_id, row.version, JSON.stringify(row.waves), row.error_budget, row.enables, row.created_by]))[0] as RolloutRow,
  find: async (on: CoreScope | CoreTransaction, id: string): Promise<RolloutRow | undefined> => (await db.run<RolloutRow>(on, on === 'platform' ? FIND : `${FIND} for update`, [id]))[0],
  ofModule: (moduleId: string): Promise<RolloutRow[]> => db.run<RolloutRow>('platform', `select ${COLUMNS} from tenant.rollouts where module_id = $1 order by created_at desc, id limit 200`, [moduleId]),
  /** Those whose new version is being watched. */
  open: (): Promise<RolloutRow[]> => db.run<RolloutRow>('platform', `select ${COLUMNS} from tenant.rollouts where state in ('running', 'paused')`),
  change: async (tx: CoreTransaction, id: string, { state, current_wave, reason = null }: { state: RolloutState; current_wave: number; reason?: string | null }): Promise<void> => {
    await db.run(tx, 'update tenant.rollouts set state = $2, current_wave = $3, reason = $4, updated_at = now() where id = $1', [id, state, current_wave, reason])
  },
  moves: (on: CoreScope | CoreTransaction, id: string): Promise<MoveRow[]> => db.run<MoveRow>(on, MOVES, [id]),
  addMove: async (tx: CoreTransaction, id: string, { organization_id, wave, range_before }: Pick<MoveRow, 'organization_id' | 'wave' | 'range_before'>): Promise<void> => {
    await db.run(tx, 'insert into tenant.rollout_moves (rollout_id, organization_id, wave, range_before) values ($1, $2, $3, $4) on conflict do nothing', [id, organization_id, wave, range_before])
  },
  addOutcomes: async (outcomes: readonly Outcome[]): Promise<void> => {
    await db.batch('platform', outcomes.map(({ rollout_id, organization_id, requests, errors }) => bind(ADD, [rollout_id, organization_id, requests, errors])))
  },
})
export type RolloutRepository = ReturnType<typeof createRolloutRepository>
