import { TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Stock, StockList } from '../shared/stock.js'

export class StockModel extends TenantModel {
  static override tableName = 'stock'
  static override entity = Stock
}

export type StockRepository = ReturnType<typeof createStockRepository>

/** Stock is written by the database alone, with each move. */
export const createStockRepository = (db: TenantDb) => ({ list: db.list(StockModel, StockList) })
