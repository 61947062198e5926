import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'
import type { MembershipRow } from './account-repository.js'

/** The other account of a link. */
export interface LinkRow {
  id: string
  user_id: string
  organization_id: string
  organization_name: string
  subdomain: string
  email: string
  created_at: string
}

const OTHER = `case when l.user_id = $1 then l.linked_user_id else l.user_id end`
const FROM = `from auth.account_links l join users.users u on u.id = ${OTHER} join tenant.organizations o on o.id = u.organization_id
  where $1 in (l.user_id, l.linked_user_id) and u.is_active and o.is_active`
const LIST = `select l.id, u.id as user_id, u.organization_id, o.name as organization_name, o.subdomain, u.email, l.created_at ${FROM} order by o.name, l.id`
const MEMBERSHIPS = `select m.id, m.user_id, m.organization_id, m.role, m.is_active, m.created_at, m.updated_at
  from auth.account_links l join users.user_organizations m on m.user_id = ${OTHER} join users.users u on u.id = m.user_id join tenant.organizations o on o.id = u.organization_id
  where $1 in (l.user_id, l.linked_user_id) and u.is_active and o.is_active order by o.name, m.id`

/** `auth.account_links`: read by the platform, always of one person, since they span organizations. */
export const createLinkRepository = (db: CoreDb) => {
  const listIn = (on: CoreScope | CoreTransaction, userId: string): Promise<LinkRow[]> => db.run<LinkRow>(on, LIST, [userId])
  return {
    listIn,
    list: (userId: string): Promise<LinkRow[]> => listIn('platform', userId),
    memberships: (userId: string): Promise<MembershipRow[]> => db.run<MembershipRow>('platform', MEMBERSHIPS, [userId]),
    /** Linking again what is linked changes nothing. */
    insert: async (tx: CoreTransaction, { id, user_id, linked_user_id }: { id: string; user_id: string; linked_user_id: string }): Promise<void> => {
      await db.run(tx, 'insert into auth.account_links (id, user_id, linked_user_id) values ($1, $2, $3) on conflict do nothing', [id, user_id, linked_user_id])
    },
    remove: async (tx: CoreTransaction, userId: string, id: string): Promise<boolean> =>
      (await db.run(tx, 'delete from auth.account_links where id = $2 and $1 in (user_id, linked_user_id) returning 1', [userId, id])).length > 0,
  }
}
