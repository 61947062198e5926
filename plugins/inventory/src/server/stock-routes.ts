import { ListQuery, Page } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Stock, StockList } from '../shared/stock.js'
import type { StockRepository } from './stock-repository.js'

const read = { permission: 'inventory.read' }

export const stockRoutes = ({ stock }: { stock: StockRepository }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(StockList), response: { 200: Page(Stock) } } }, (request) =>
    stock.list(request.context, request.query),
  )
}
