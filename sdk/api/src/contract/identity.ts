/** The built-in roles, highest rank first (document, User Types). */
export const USER_TYPES = ['admin', 'manager', 'employee', 'client', 'supplier'] as const
export type UserType = (typeof USER_TYPES)[number]

/** Rank of a user type; a greater number stands higher. Client and supplier rank alike. */
export const RANK: Record<UserType, number> = { admin: 4, manager: 3, employee: 2, client: 1, supplier: 1 }

/** Names of subdomains that no organization may take. */
export const RESERVED_SUBDOMAINS: readonly string[] = [
  'admin', 'api', 'app', 'assets', 'auth', 'cdn', 'docs', 'help', 'innoerp', 'localhost', 'mail', 'registry', 'root', 'static', 'status', 'support', 'system', 'www',
]

/** A DNS label of 3–63 characters, no hyphen first or last. */
export const SUBDOMAIN_PATTERN = '^[a-z0-9](?:[a-z0-9-]{1,61})[a-z0-9]$'
