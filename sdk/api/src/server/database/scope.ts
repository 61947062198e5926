import { bind, type Statement } from './statement.js'

/** Who a statement runs as: a database role, and the organization and user that policies and defaults read. */
export interface Scope {
  role: string
  /** Absent for what belongs to no organization; then every tenant table shows no row and takes none. */
  organizationId?: string
  userId?: string
}

const SCOPE = `select set_config('role', $1, true), set_config('app.organization_id', $2, true), set_config('app.user_id', $3, true)`

const known = new Map<string, Statement>()
const MAX_KNOWN = 20_000

/** Sets role, organization and user until the transaction ends. The same scope gives the same statement, so its bytes are made once. */
export function scopeStatement({ role, organizationId = '', userId = '' }: Scope): Statement {
  const key = `${role} ${organizationId} ${userId}`
  const made = known.get(key)
  if (made) return made
  if (known.size >= MAX_KNOWN) known.clear()
  const statement = bind(SCOPE, [role, organizationId, userId])
  known.set(key, statement)
  return statement
}

const PROVEN = `select set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true), set_config('app.scope', $3, true)`

/**
 * The same for a login of its own, which the database does not take at its word: `proof` is the host's keyed hash over the login, the
 * connection and the organization.
 */
export const provenScopeStatement = ({ organizationId = '', userId = '' }: Omit<Scope, 'role'>, proof: string): Statement =>
  bind(PROVEN, [organizationId, userId, proof])

export const BEGIN = bind('begin', [])
export const COMMIT = bind('commit', [])
export const ROLLBACK = bind('rollback', [])
