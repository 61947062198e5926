import { newId } from '@innoerp/sdk/server'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import type { Caller } from '../../platform/http/caller.js'
import type { Platform } from '../../platform/platform.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { assertAssignable } from '../../services/tenant/assignment-service.js'
import { moduleErrors } from '../module-errors.js'
import type { RolloutMoves } from './rollout-moves.js'
import type { MoveRow, RolloutRepository, RolloutRow, RolloutState, WavePlan } from './rollout-repository.js'

export interface RolloutDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  rows: RolloutRepository
  moves: RolloutMoves
}
export interface NewRollout {
  version: string
  waves: WavePlan[]
  error_budget?: number
  /** Also gives the module to those of a wave that lack it. */
  enables?: boolean
}
export type Verb = 'advance' | 'pause' | 'rollback'
export interface ShownRollout {
  row: RolloutRow
  moves: MoveRow[]
}

/** A new version in waves: each begins when it is told to, errors stop it, one call puts everybody back. */
export interface RolloutService {
  create(moduleId: string, input: NewRollout, by: Caller): Promise<ShownRollout>
  find(id: string): Promise<ShownRollout>
  ofModule(moduleId: string): Promise<ShownRollout[]>
  drive(id: string, verb: Verb, by: Caller): Promise<ShownRollout>
  /** Ends it where it is, for a reason that people read. */
  stop(id: string, reason: string): Promise<void>
}

/** In which states a verb makes sense. */
const FROM: Record<Verb | 'stop', readonly RolloutState[]> = {
  advance: ['running', 'paused'],
  pause: ['running'],
  rollback: ['running', 'paused', 'stopped', 'completed'],
  stop: ['running', 'paused'],
}

export function createRolloutService({ platform, catalogue, rows, moves }: RolloutDeps): RolloutService {
  const { core } = platform.database
  const shown = async (row: RolloutRow): Promise<ShownRollout> => ({ row, moves: await rows.moves('platform', row.id) })
  const find = async (id: string): Promise<ShownRollout> => {
    const row = await rows.find('platform', id)
    if (!row) throw moduleErrors.ROLLOUT_NOT_FOUND()
    return shown(row)
  }
  const inState = async (id: string, verb: Verb | 'stop', work: (tx: CoreTransaction, row: RolloutRow) => Promise<void>): Promise<void> => {
    await core.transaction('platform', async (tx) => {
      const row = await rows.find(tx, id)
      if (!row) throw moduleErrors.ROLLOUT_NOT_FOUND()
      if (!FROM[verb].includes(row.state)) throw moduleErrors.ROLLOUT_STATE({ values: { state: row.state, verb } })
      await work(tx, row)
    })
    await platform.bus.announce({ kind: 'catalogue' })
  }
  return {
    find,
    ofModule: async (moduleId) => Promise.all((await rows.ofModule(moduleId)).map(shown)),
    create: async (moduleId, { version, waves, error_budget = null, enables = false }, by) => {
      if (enables) assertAssignable(catalogue, moduleId)
      assertPossible({ catalogue, reachable: new Set(moves.reachable({ module_id: moduleId, enables })), open: await rows.open() }, { moduleId, version, waves })
      const row = await core.transaction('platform', async (tx) => {
        const made = await rows.insert(tx, { id: newId(), module_id: moduleId, version, waves, error_budget, enables, created_by: by.id })
        await moves.begin(tx, { row: made, by }, 0)
        return made
      })
      await platform.bus.announce({ kind: 'catalogue' })
      return find(row.id)
    },
    drive: async (id, verb, by) => {
      await inState(id, verb, async (tx, row) => {
        if (verb === 'rollback') return moves.rollBack(tx, { row, by })
        if (verb === 'pause') return rows.change(tx, id, { state: 'paused', current_wave: row.current_wave })
        return moves.begin(tx, { row, by }, row.current_wave + 1)
      })
      return find(id)
    },
    stop: (id, reason) => inState(id, 'stop', (tx, row) => rows.change(tx, id, { state: 'stopped', current_wave: row.current_wave, reason })),
  }
}

/** @throws MODULE_NOT_FOUND, MODULE_BAD_RANGE, MODULE_BAD_ROLLOUT */
function assertPossible(
  { catalogue, reachable, open }: { catalogue: ModuleCatalogue; reachable: ReadonlySet<string>; open: readonly RolloutRow[] },
  { moduleId, version, waves }: { moduleId: string; version: string; waves: WavePlan[] },
): void {
  const module = catalogue.module(moduleId)
  if (!module) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
  if (!module.active.includes(version)) throw moduleErrors.BAD_RANGE({ values: { range: version, module_id: moduleId, active: module.active.join(', ') || 'none' } })
  const stranger = waves.flatMap((wave) => ('organizations' in wave ? wave.organizations : [])).find((id) => !reachable.has(id))
  if (stranger !== undefined) throw moduleErrors.BAD_ROLLOUT({ values: { problem: `the organization ${stranger} does not have ${moduleId}, or is not active` } })
  const other = open.find((row) => row.module_id === moduleId)
  if (other) throw moduleErrors.BAD_ROLLOUT({ values: { problem: `the rollout ${other.id} of ${moduleId} ${other.version} is ${other.state}` } })
}
