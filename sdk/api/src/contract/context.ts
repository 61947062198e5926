import type { UserType } from './identity.js'

/** The organization that a request works in; made from the Host header alone. */
export interface OrganizationContext {
  id: string
  name: string
  subdomain: string
  /** BCP 47 tag, e.g. `de-DE`. */
  locale: string
  /** IANA name, e.g. `Europe/Berlin`. */
  time_zone: string
  /** ISO 4217. */
  currency: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export interface UserContext {
  id: string
  email: string
  user_type: UserType
}

/** Structured log of one request; fields as in the document's log format. */
export interface Log {
  debug(fields: object, message?: string): void
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

/** What every domain function takes first. It cannot be made without an organization and a user. */
export interface Context {
  readonly organization: OrganizationContext
  readonly user: UserContext
  readonly permissions: ReadonlySet<string>
  readonly requestId: string
  readonly log: Log
  /** Free JSON that the operator set for this assignment. */
  readonly config: Readonly<Record<string, unknown>>
  /** The organization's settings of this module: what it set, else the defaults of the manifest's schema. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Aborted when the caller is gone or the deadline is over. */
  readonly signal: AbortSignal
  can(permission: string): boolean
  /** True where a feature flag is on for the organization. */
  flag(key: string): boolean
  /** Runs `work` in one database transaction; what throws rolls all of it back. Pass `tx` on as the context. */
  transaction<T>(work: (tx: Context) => Promise<T>): Promise<T>
}
