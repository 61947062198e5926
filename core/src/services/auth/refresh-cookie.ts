import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config/config.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { REFRESH_DAYS } from './refresh-repository.js'

const MAX_LENGTH = 200

/** The cookie that renews a session: invisible to scripts, of this host alone, never sent from another site. */
export interface RefreshCookie {
  read(request: FastifyRequest): string | undefined
  write(reply: FastifyReply, token: string): void
  clear(reply: FastifyReply): void
  /**
   * Tenants of one domain are the same site for browsers, so SameSite does not part them; the Origin does (DECISIONS 8).
   * @throws REQUEST_FOREIGN_ORIGIN (403) for a foreign Origin, and for none where the cookie came along
   */
  refuseForeign(request: FastifyRequest): void
}

/** Over https the `__Host-` prefix binds the cookie to the host (RFC 6265bis); browsers refuse it on plain http. */
export function createRefreshCookie({ isHttps }: Pick<Config, 'isHttps'>): RefreshCookie {
  const name = isHttps ? '__Host-innoerp_refresh' : 'innoerp_refresh'
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps } as const
  const read = ({ cookies }: FastifyRequest): string | undefined => {
    const value = cookies[name]
    return value && value.length <= MAX_LENGTH ? value : undefined
  }
  return {
    read,
    write: (reply, token) => void reply.setCookie(name, token, { ...attributes, maxAge: REFRESH_DAYS * 86_400 }),
    clear: (reply) => void reply.clearCookie(name, attributes),
    refuseForeign: (request) => {
      const { origin, host = '' } = request.headers
      const own = `${isHttps ? 'https' : 'http'}://${host}`.toLowerCase()
      if (origin === undefined ? read(request) !== undefined : origin.toLowerCase() !== own) throw requestErrors.FOREIGN_ORIGIN()
    },
  }
}
