import type { CoreTransaction } from '../../platform/database/core-db.js'
import type { Caller } from '../../platform/http/caller.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Platform } from '../../platform/platform.js'
import type { AssignmentRepository } from '../../services/tenant/assignment-repository.js'
import type { RangeKey, RangeService } from '../lifecycle/ranges-service.js'
import type { RolloutRepository, RolloutRow, WavePlan } from './rollout-repository.js'

export interface MovesDeps {
  platform: Pick<Platform, 'events' | 'audit'>
  tenants: TenantDirectory
  ranges: RangeService
  rows: RolloutRepository
  assignments: AssignmentRepository
}
/** A wave of a rollout, or its way back, and who told it to go. */
export interface Told {
  row: RolloutRow
  by: Caller
}

/** How organizations are moved to a version, or given it, and back. */
export interface RolloutMoves {
  /** Whom a rollout may reach: those that have the module, or all that are active where it enables it. */
  reachable(rollout: Pick<RolloutRow, 'module_id' | 'enables'>): string[]
  /** Moves the organizations of a wave; the last wave completes the rollout. */
  begin(tx: CoreTransaction, told: Told, wave: number): Promise<void>
  /** Puts everybody back to the range of before; who was given the module loses it again, its data stays. */
  rollBack(tx: CoreTransaction, told: Told): Promise<void>
}

export function createRolloutMoves({ platform, tenants, ranges, rows, assignments }: MovesDeps): RolloutMoves {
  const reachable: RolloutMoves['reachable'] = ({ module_id, enables }) =>
    [...tenants.all()].filter((tenant) => tenant.modules.has(module_id) || (enables && tenant.is_active)).map((tenant) => tenant.organization.id)

  const tell = async (tx: CoreTransaction, { organizationId, moduleId }: RangeKey, { topic, by }: { topic: 'module.assigned' | 'module.unassigned'; by: Caller }): Promise<void> => {
    const data = { module_id: moduleId, organization_id: organizationId, by: by.id }
    await platform.events.publish(tx, { topic, organization_id: organizationId, user_id: by.id, data })
    await platform.audit.append(tx, { organizationId, actor: { id: by.id, email: by.email }, action: topic, target: { type: 'module', id: moduleId }, data: {} })
  }
  /** True if the organization lacked the module. */
  const give = async (tx: CoreTransaction, key: RangeKey, by: Caller): Promise<boolean> => {
    const display_order = await assignments.templateOrder(key.organizationId, key.moduleId)
    const made = await assignments.insert(tx, { organization_id: key.organizationId, module_id: key.moduleId, config: {}, display_order })
    if (made) await tell(tx, key, { topic: 'module.assigned', by })
    return made !== undefined
  }
  const takeBack = async (tx: CoreTransaction, key: RangeKey, by: Caller): Promise<void> => {
    if (await assignments.remove(tx, key.organizationId, key.moduleId)) await tell(tx, key, { topic: 'module.unassigned', by })
  }
  return {
    reachable,
    begin: async (tx, { row, by }, wave) => {
      const moved = new Set((await rows.moves(tx, row.id)).map((move) => move.organization_id))
      for (const organizationId of membersOf(row.waves[wave] as WavePlan, { moved, reachable: reachable(row) })) {
        const key = { organizationId, moduleId: row.module_id }
        const isNew = row.enables && (await give(tx, key, by))
        const before = await ranges.move(tx, key, row.version)
        await rows.addMove(tx, row.id, { organization_id: organizationId, wave, range_before: isNew ? null : before })
      }
      await rows.change(tx, row.id, { state: wave === row.waves.length - 1 ? 'completed' : 'running', current_wave: wave })
    },
    rollBack: async (tx, { row, by }) => {
      for (const { organization_id, range_before } of await rows.moves(tx, row.id)) {
        const key = { organizationId: organization_id, moduleId: row.module_id }
        if (range_before === null) await takeBack(tx, key, by)
        // Who lost the module meanwhile has nothing to go back to.
        else await ranges.move(tx, key, range_before).catch(() => {})
      }
      await rows.change(tx, row.id, { state: 'rolled_back', current_wave: row.current_wave })
    },
  }
}

/** Whom a wave moves, of those that can be reached and were not moved before; a percentage always meets the same ones first. */
export function membersOf(wave: WavePlan, { moved, reachable }: { moved: ReadonlySet<string>; reachable: readonly string[] }): string[] {
  const left = reachable.filter((id) => !moved.has(id)).sort()
  if ('organizations' in wave) return left.filter((id) => wave.organizations.includes(id))
  const wanted = Math.ceil((reachable.length * wave.percent) / 100) - moved.size
  return left.slice(0, Math.max(0, wanted))
}
