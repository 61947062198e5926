import { TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Move, MoveList } from '../shared/move.js'

export class MoveModel extends TenantModel {
  static override tableName = 'move'
  static override entity = Move
}

export type MoveRepository = ReturnType<typeof createMoveRepository>

export const createMoveRepository = (db: TenantDb) => {
  const { get, insert } = db.crud(MoveModel)
  return { get, insert, list: db.list(MoveModel, MoveList) }
}
