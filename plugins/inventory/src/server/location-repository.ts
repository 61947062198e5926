import type { Context } from '@innoerp/sdk/contract'
import { bind, newId, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Location, LocationList } from '../shared/location.js'
import { LOCATION } from './tables.js'
import { virtualLocations } from './virtual-locations.js'

export class LocationModel extends TenantModel {
  static override tableName = 'location'
  static override entity = Location
}

const HAS_VIRTUAL = `select exists (select from ${LOCATION} where is_virtual) as has`
// Of two who come first at once, the second waits at the unique index for the first and then adds nothing.
const ENSURE_VIRTUAL = `insert into ${LOCATION} (id, name, type, is_virtual)
  select v.id, v.name, v.type, true from unnest($1::uuid[], $2::text[], $3::text[]) as v (id, name, type)
  on conflict (organization_id, type) where is_virtual and deleted_at is null do nothing`
const HIDDEN_PLACE = `select parent_id from ${LOCATION} where id = $1 and deleted_at is not null`

export type LocationRepository = ReturnType<typeof createLocationRepository>

export const createLocationRepository = (db: TenantDb) => ({
  ...db.crud(LocationModel),
  list: db.list(LocationModel, LocationList),

  /** Gives the organization its virtual locations unless it has them. */
  ensureVirtual: async (ctx: Context): Promise<void> => {
    const [found] = await db.run<{ has: boolean }>(ctx, bind(HAS_VIRTUAL, []))
    if (found?.has) return
    const virtual = virtualLocations(ctx.organization.locale)
    await db.run(ctx, bind(ENSURE_VIRTUAL, [virtual.map(newId), virtual.map(({ name }) => name), virtual.map(({ type }) => type)]))
  },

  /** Where a deleted location stands. */
  hiddenPlace: async (ctx: Context, id: string) => (await db.run<Pick<Location, 'parent_id'>>(ctx, bind(HIDDEN_PLACE, [id])))[0] ?? {},
})
