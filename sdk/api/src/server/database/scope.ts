import { bind, type Statement } from './statement.js'

/** Who a statement runs as: a database role, and the organization and user that policies and defaults read. */
export interface Scope {
  role: string
  /** Absent for what belongs to no organization; then every tenant table shows no row and takes none. */
  organizationId?: string
  userId?: string
}

const SCOPE = `select set_config('role', $1, true), set_config('app.organization_id', $2, true), set_config('app.user_id', $3, true)`

/** Sets role, organization and user until the transaction ends. */
export const scopeStatement = ({ role, organizationId = '', userId = '' }: Scope): Statement => bind(SCOPE, [role, organizationId, userId])

export const BEGIN = bind('begin', [])
export const COMMIT = bind('commit', [])
export const ROLLBACK = bind('rollback', [])
