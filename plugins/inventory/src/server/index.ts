import { crudRoutes, defineModule, importRoutes, port } from '@innoerp/sdk/server'
import { ItemList } from '../shared/item.js'
import { LocationList } from '../shared/location.js'
import { ItemLookup } from '../shared/lookup.js'
import { createItemImport } from './item-import.js'
import { createItemRepository } from './item-repository.js'
import { createItemService } from './item-service.js'
import { createLocationRepository } from './location-repository.js'
import { createLocationService } from './location-service.js'
import { createMoveRepository } from './move-repository.js'
import { moveRoutes } from './move-routes.js'
import { createMoveService } from './move-service.js'
import { createReferences } from './references.js'
import { createStockRepository } from './stock-repository.js'
import { stockRoutes } from './stock-routes.js'

const access = { read: 'inventory.read', write: 'inventory.write' }

export default defineModule({
  setup({ db, events }) {
    const references = createReferences(db)
    const items = createItemRepository(db)
    const itemService = createItemService({ items, references, events })
    const itemImport = createItemImport({ items, events })
    const locations = createLocationService({ locations: createLocationRepository(db), references, events })
    const moves = createMoveService({ moves: createMoveRepository(db), references, events })
    return {
      routes: async (app) => {
        await app.register(crudRoutes({ ...access, list: ItemList, service: itemService }), { prefix: '/items' })
        await app.register(importRoutes({ ...itemImport, permission: 'inventory.import' }), { prefix: '/items/import' })
        await app.register(crudRoutes({ ...access, list: LocationList, service: locations }), { prefix: '/locations' })
        await app.register(moveRoutes({ moves }), { prefix: '/moves' })
        await app.register(stockRoutes({ stock: createStockRepository(db) }), { prefix: '/stock' })
      },
      ports: { 'inventory.item.lookup': port({ input: ItemLookup, permission: 'inventory.read' }, (ctx, input) => items.lookup(ctx, input)) },
    }
  },
})
