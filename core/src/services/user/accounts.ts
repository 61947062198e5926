import type { UserType } from '@innoerp/sdk/contract'
import { newId } from '@innoerp/sdk/server'
import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import { violates } from '../../platform/errors/violates.js'
import type { Platform } from '../../platform/platform.js'
import { userErrors } from './errors.js'
import { lockAccounts, USER_COLUMNS } from './user-repository.js'
import type { User } from './schemas.js'

export interface NewAccount {
  organization_id: string
  email: string
  password_hash: string
  user_type: UserType
  first_name: string | null
  last_name: string | null
  /** Absent: the e-mail's local part, with a number where that is taken. */
  username?: string | undefined
}

const MAX_USERNAME = 50
const TAKEN = `select lower(username) as username from users.users where organization_id = $1 and left(lower(username), $3) = $2`
// During the trial there are no limits (DECISIONS 24).
const ROOM = `select p.max_users as max, (select count(*)::int from users.users u where u.organization_id = $1 and u.is_active) as people
  from tenant.organization_subscriptions s join tenant.subscription_plans p on p.id = s.plan_id
  where s.organization_id = $1 and s.status in ('active', 'past_due') and p.max_users is not null`
const INSERT_USER = `insert into users.users (id, organization_id, email, username, password_hash, user_type, first_name, last_name)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${USER_COLUMNS}`
const INSERT_MEMBERSHIP = 'insert into users.user_organizations (user_id, organization_id, role) values ($1, $2, $3)'

/**
 * Makes an account in one organization, within the transaction that needs it: the person, the membership, `user.created`.
 * @throws USER_EMAIL_TAKEN (409), USER_USERNAME_TAKEN (409)
 */
export async function createAccount(
  { database: { core }, events }: Pick<Platform, 'database' | 'events'>,
  tx: CoreTransaction,
  account: NewAccount,
): Promise<User> {
  const { organization_id, email, password_hash, user_type, first_name, last_name } = account
  const id = newId()
  await lockAccounts(core, tx, organization_id)
  await assertRoom(core, tx, organization_id)
  const username = account.username ?? (await freeUsername(core, tx, { organization_id, email }))
  const row = [id, organization_id, email, username, password_hash, user_type, first_name, last_name]
  const [user] = await core.run<User>(tx, INSERT_USER, row).catch((error: unknown) => {
    if (violates(error, 'users_email')) throw userErrors.EMAIL_TAKEN({ details: [{ field: 'email', message: 'This address has an account here already.' }] })
    if (violates(error, 'users_username')) throw userErrors.USERNAME_TAKEN({ details: [{ field: 'username', message: 'This username is taken. Choose another one.' }] })
    throw error
  })
  await core.run(tx, INSERT_MEMBERSHIP, [id, organization_id, user_type])
  const data = { user_id: id, email, organization_id, user_type }
  await events.publish(tx, { topic: 'user.created', organization_id, user_id: id, aggregate_id: id, data })
  return user as User
}

/** @throws USER_PLAN_LIMIT (402) where the plan holds no more people */
async function assertRoom(core: CoreDb, tx: CoreTransaction, organizationId: string): Promise<void> {
  const [plan] = await core.run<{ max: number; people: number }>(tx, ROOM, [organizationId])
  if (plan && plan.people >= plan.max) throw userErrors.PLAN_LIMIT({ values: { max: plan.max } })
}

type Whose = Pick<NewAccount, 'organization_id' | 'email'>

async function freeUsername(core: CoreDb, tx: CoreTransaction, { organization_id, email }: Whose): Promise<string> {
  const base = (email.split('@')[0] ?? '').slice(0, MAX_USERNAME)
  const rows = await core.run<{ username: string }>(tx, TAKEN, [organization_id, base.toLowerCase(), base.length])
  const taken = new Set(rows.map((row) => row.username))
  let name = base
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}${number}`
  return name
}
