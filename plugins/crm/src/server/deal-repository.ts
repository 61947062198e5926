import type { Context } from '@innoerp/sdk/contract'
import { bind, platformErrors, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Deal, DealList } from '../shared/deal.js'
import type { StageKind } from '../shared/pipeline.js'
import { DEAL } from './tables.js'

export class DealModel extends TenantModel {
  static override tableName = 'deal'
  static override entity = Deal
}

const HOLD = `select stage_id, stage_kind from ${DEAL} where id = $1 and deleted_at is null for update`

export type DealRepository = ReturnType<typeof createDealRepository>

export const createDealRepository = (db: TenantDb) => ({
  ...db.crud(DealModel),
  list: db.list(DealModel, DealList),

  /** Keeps a deal from changing until the transaction ends; where it stands now. `NOT_FOUND` where there is none. */
  hold: async (tx: Context, id: string): Promise<{ stage_id: string; stage_kind: StageKind }> => {
    const [row] = await db.run<{ stage_id: string; stage_kind: StageKind }>(tx, bind(HOLD, [id]))
    if (!row) throw platformErrors.NOT_FOUND()
    return row
  },
})
