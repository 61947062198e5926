import { createHash, randomBytes } from 'node:crypto'
import type { TokenRights } from './access.js'
import type { RegistryDatabase } from './database.js'

/** A token as operators see it; the token itself is told once and never kept. */
export interface RegistryToken {
  id: string
  /** Who has it. */
  name: string
  /** Packages that it may write: a name, or a pattern whose `*` stands for any letters within one part: `@innoerp/module-site-*`. */
  packages: string
  created_at: string
  /** Null for a token without an end. */
  expires_at: string | null
  /** To the minute; null while nobody has used it. */
  last_used_at: string | null
}
export interface NewToken {
  name: string
  packages: string
  /** ISO 8601. */
  expires_at: string | null
}

/** Tokens of authors, each for some packages. */
export interface RegistryTokens {
  list(): Promise<RegistryToken[]>
  create(token: NewToken): Promise<RegistryToken & { token: string }>
  /** Undefined where there is no such token. */
  remove(id: string): Promise<RegistryToken | undefined>
  /** Undefined for a token that is not valid (any more). */
  rightsOf(token: string): Promise<TokenRights | undefined>
}

const PREFIX = 'innoerp_'
const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`
const COLUMNS = `id::text as id, name, packages, ${iso('created_at')}, ${iso('expires_at')}, ${iso('last_used_at')}`
const USED = `update registry.tokens set last_used_at = now() where digest = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`

/** A token has 256 random bits: nobody guesses it, so that one round of SHA-256 keeps it. */
const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')

export function createRegistryTokens({ query }: RegistryDatabase): RegistryTokens {
  return {
    list: () => query<RegistryToken>(`select ${COLUMNS} from registry.tokens order by created_at desc, id`),
    create: async ({ name, packages, expires_at }) => {
      const token = `${PREFIX}${randomBytes(32).toString('base64url')}`
      const [row] = await query<RegistryToken>(
        `insert into registry.tokens (name, packages, expires_at, digest) values ($1, $2, $3, $4) returning ${COLUMNS}`,
        [name, packages, expires_at, digestOf(token)],
      )
      if (!row) throw new Error('a new token has no row')
      return { ...row, token }
    },
    remove: async (id) => (await query<RegistryToken>(`delete from registry.tokens where id = $1::uuid returning ${COLUMNS}`, [id]))[0],
    rightsOf: async (token) => {
      if (!token.startsWith(PREFIX)) return undefined
      const digest = digestOf(token)
      const [row] = await query<{ name: string; packages: string }>(
        'select name, packages from registry.tokens where digest = $1 and (expires_at is null or expires_at > now())',
        [digest],
      )
      if (!row) return undefined
      await query(USED, [digest])
      const pattern = patternOf(row.packages)
      return { name: row.name, mayWrite: (packageName) => pattern.test(packageName) }
    },
  }
}

/** `*` never reaches from a scope into a name. */
const patternOf = (packages: string): RegExp => new RegExp(`^${packages.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`)
