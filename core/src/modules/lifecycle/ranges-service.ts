import type { CoreTransaction } from '../../platform/database/core-db.js'
import type { Platform } from '../../platform/platform.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { isRange, resolveRange } from '../catalogue/ranges.js'
import { tenantErrors } from '../../services/tenant/errors.js'
import { moduleErrors } from '../module-errors.js'

export interface RangeKey {
  organizationId: string
  moduleId: string
}
export interface Range {
  range: string
  resolved_version: string | null
}

/** What organizations run of a module: by exact version, semver range or channel. */
export interface RangeService {
  get(key: RangeKey): Promise<Range>
  /** @throws MODULE_BAD_RANGE when no active version fits */
  set(key: RangeKey, range: string): Promise<Range>
  /** Sets it in a transaction of the caller's, who announces the change. Gives the range of before. */
  move(tx: CoreTransaction, key: RangeKey, range: string): Promise<string>
}

const FIND = 'select version_range from tenant.organization_modules where organization_id = $1 and module_id = $2'
const SET = `update tenant.organization_modules m set version_range = $3, updated_at = now()
  from (select version_range from tenant.organization_modules where organization_id = $1 and module_id = $2 for update) before
  where m.organization_id = $1 and m.module_id = $2 returning before.version_range as range_before`

export function createRangeService({ platform, catalogue }: { platform: Platform; catalogue: ModuleCatalogue }): RangeService {
  const { core } = platform.database
  const shown = (moduleId: string, range: string): Range => ({ range, resolved_version: catalogue.resolve(moduleId, range) ?? null })
  const notAssigned = ({ moduleId }: RangeKey) => tenantErrors.NOT_ASSIGNED({ values: { module_id: moduleId } })

  const move: RangeService['move'] = async (tx, key, range) => {
    const [row] = await core.run<{ range_before: string }>(tx, SET, [key.organizationId, key.moduleId, range])
    if (!row) throw notAssigned(key)
    return row.range_before
  }
  return {
    move,
    get: async (key) => {
      const [row] = await core.run<{ version_range: string }>('platform', FIND, [key.organizationId, key.moduleId])
      if (!row) throw notAssigned(key)
      return shown(key.moduleId, row.version_range)
    },
    set: async (key, range) => {
      const [row] = await core.run('platform', FIND, [key.organizationId, key.moduleId])
      if (!row) throw notAssigned(key)
      assertFits(catalogue, { moduleId: key.moduleId, range })
      await core.transaction('platform', (tx) => move(tx, key, range))
      await platform.bus.announce({ kind: 'organization', id: key.organizationId })
      return shown(key.moduleId, range)
    },
  }
}

/** @throws MODULE_BAD_RANGE */
export function assertFits(catalogue: ModuleCatalogue, { moduleId, range }: { moduleId: string; range: string }): void {
  const module = catalogue.module(moduleId)
  if (module && isRange(range) && resolveRange(range, module) !== undefined) return
  throw moduleErrors.BAD_RANGE({ values: { range, module_id: moduleId, active: module?.active.join(', ') || 'none' } })
}
