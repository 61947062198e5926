import { newId } from '@innoerp/sdk/server'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Platform } from '../../platform/platform.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import type { RangeService } from '../lifecycle/ranges-service.js'
import { moduleErrors } from '../module-errors.js'
import type { MoveRow, RolloutRepository, RolloutRow, RolloutState, WavePlan } from './rollout-repository.js'

export interface RolloutDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  tenants: TenantDirectory
  ranges: RangeService
  rows: RolloutRepository
}
export interface NewRollout {
  version: string
  waves: WavePlan[]
  error_budget?: number
}
export type Verb = 'advance' | 'pause' | 'rollback'
export interface ShownRollout {
  row: RolloutRow
  moves: MoveRow[]
}

/** A new version in waves: each begins when it is told to, errors stop it, one call puts everybody back. */
export interface RolloutService {
  create(moduleId: string, input: NewRollout, by: string): Promise<ShownRollout>
  find(id: string): Promise<ShownRollout>
  ofModule(moduleId: string): Promise<ShownRollout[]>
  drive(id: string, verb: Verb): Promise<ShownRollout>
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

/** How organizations are moved, and back. */
function movesOf({ tenants, ranges, rows }: Pick<RolloutDeps, 'tenants' | 'ranges' | 'rows'>) {
  const having = (moduleId: string): string[] => [...tenants.all()].filter((tenant) => tenant.modules.has(moduleId)).map((tenant) => tenant.organization.id)

  /** Moves the organizations of a wave; the last wave completes the rollout. */
  const begin = async (tx: CoreTransaction, row: RolloutRow, wave: number): Promise<void> => {
    const moved = new Set((await rows.moves(tx, row.id)).map((move) => move.organization_id))
    for (const organizationId of membersOf(row.waves[wave] as WavePlan, { moved, having: having(row.module_id) })) {
      const range_before = await ranges.move(tx, { organizationId, moduleId: row.module_id }, row.version)
      await rows.addMove(tx, row.id, { organization_id: organizationId, wave, range_before })
    }
    await rows.change(tx, row.id, { state: wave === row.waves.length - 1 ? 'completed' : 'running', current_wave: wave })
  }
  const rollBack = async (tx: CoreTransaction, row: RolloutRow): Promise<void> => {
    for (const { organization_id, range_before } of await rows.moves(tx, row.id)) {
      // Who lost the module meanwhile has nothing to go back to.
      await ranges.move(tx, { organizationId: organization_id, moduleId: row.module_id }, range_before).catch(() => {})
    }
    await rows.change(tx, row.id, { state: 'rolled_back', current_wave: row.current_wave })
  }
  return { having, begin, rollBack }
}

export function createRolloutService({ platform, catalogue, tenants, ranges, rows }: RolloutDeps): RolloutService {
  const { core } = platform.database
  const shown = async (row: RolloutRow): Promise<ShownRollout> => ({ row, moves: await rows.moves('platform', row.id) })
  const find = async (id: string): Promise<ShownRollout> => {
    const row = await rows.find('platform', id)
    if (!row) throw moduleErrors.ROLLOUT_NOT_FOUND()
    return shown(row)
  }
  const { having, begin, rollBack } = movesOf({ tenants, ranges, rows })
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
    create: async (moduleId, { version, waves, error_budget = null }, by) => {
      assertPossible({ catalogue, having: new Set(having(moduleId)), open: await rows.open() }, { moduleId, version, waves })
      const row = await core.transaction('platform', async (tx) => {
        const made = await rows.insert(tx, { id: newId(), module_id: moduleId, version, waves, error_budget, created_by: by })
        await begin(tx, made, 0)
        return made
      })
      await platform.bus.announce({ kind: 'catalogue' })
      return find(row.id)
    },
    drive: async (id, verb) => {
      await inState(id, verb, async (tx, row) => {
        if (verb === 'rollback') return rollBack(tx, row)
        if (verb === 'pause') return rows.change(tx, id, { state: 'paused', current_wave: row.current_wave })
        return begin(tx, row, row.current_wave + 1)
      })
      return find(id)
    },
    stop: (id, reason) => inState(id, 'stop', (tx, row) => rows.change(tx, id, { state: 'stopped', current_wave: row.current_wave, reason })),
  }
}

/** @throws MODULE_NOT_FOUND, MODULE_BAD_RANGE, MODULE_BAD_ROLLOUT */
function assertPossible(
  { catalogue, having, open }: { catalogue: ModuleCatalogue; having: ReadonlySet<string>; open: readonly RolloutRow[] },
  { moduleId, version, waves }: { moduleId: string; version: string; waves: WavePlan[] },
): void {
  const module = catalogue.module(moduleId)
  if (!module) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
  if (!module.active.includes(version)) throw moduleErrors.BAD_RANGE({ values: { range: version, module_id: moduleId, active: module.active.join(', ') || 'none' } })
  const stranger = waves.flatMap((wave) => ('organizations' in wave ? wave.organizations : [])).find((id) => !having.has(id))
  if (stranger !== undefined) throw moduleErrors.BAD_ROLLOUT({ values: { problem: `the organization ${stranger} does not have ${moduleId}` } })
  const other = open.find((row) => row.module_id === moduleId)
  if (other) throw moduleErrors.BAD_ROLLOUT({ values: { problem: `the rollout ${other.id} of ${moduleId} ${other.version} is ${other.state}` } })
}

/** Whom a wave moves, of those that have the module and were not moved before; a percentage always meets the same ones first. */
export function membersOf(wave: WavePlan, { moved, having }: { moved: ReadonlySet<string>; having: readonly string[] }): string[] {
  const left = having.filter((id) => !moved.has(id)).sort()
  if ('organizations' in wave) return left.filter((id) => wave.organizations.includes(id))
  const wanted = Math.ceil((having.length * wave.percent) / 100) - moved.size
  return left.slice(0, Math.max(0, wanted))
}
