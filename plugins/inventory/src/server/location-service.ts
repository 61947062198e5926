import { atField, type Context, type ListParams } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { locationEvents } from '../shared/events.js'
import { errors } from './errors.js'
import type { LocationRepository } from './location-repository.js'
import type { References } from './references.js'

interface Deps {
  locations: LocationRepository
  references: References
  events: ModuleEvents
}

const rules = {
  location_code: () => atField('code', errors.LOCATION_CODE_TAKEN),
  location_no_circle: () => atField('parent_id', errors.LOCATION_CIRCLE),
  stock_location: () => atField('type', errors.LOCATION_TYPE_USED),
}

/**
 * Locations. Every organization has virtual ones for suppliers, customers and losses: whoever asks for locations first makes them.
 * Errors: those of {@link References} and of the rules above, and those of every record.
 */
export const createLocationService = ({ locations, references, events }: Deps) => ({
  ...recordService({
    records: locations,
    events,
    types: locationEvents,
    created: ({ name, type }) => ({ name, type }),
    rules: () => rules,
    saving: references.placeLocation,
    removing: references.removeLocation,
    restoring: async (tx, id) => references.placeLocation(tx, await locations.hiddenPlace(tx, id)),
  }),

  list: async (ctx: Context, params: ListParams) => {
    await locations.ensureVirtual(ctx)
    return locations.list(ctx, params)
  },
})
