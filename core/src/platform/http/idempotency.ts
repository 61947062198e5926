import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CoreDb } from '../database/core-db.js'
import { requestErrors } from '../errors/core-errors.js'

interface Kept {
  fingerprint: string
  status: number | null
  headers: Record<string, string> | null
  body: string | null
}
interface Claim {
  scope: string
  key: string
}
declare module 'fastify' {
  interface FastifyRequest {
    /** Set while this request is the first with its Idempotency-Key. */
    idempotencyClaim: Claim | undefined
  }
}

const WAIT_MS = 10_000
const POLL_MS = 50
const CLAIM = `insert into platform.idempotency_keys (scope, key, organization_id, fingerprint) values ($1, $2, $3, $4)
  on conflict (scope, key) do update set fingerprint = excluded.fingerprint, status = null, body = null, headers = null, created_at = now()
    where idempotency_keys.created_at < now() - interval '24 hours' or (idempotency_keys.status is null and idempotency_keys.created_at < now() - interval '2 minutes')
  returning 1`
const READ = 'select fingerprint, status, headers, body from platform.idempotency_keys where scope = $1 and key = $2'
const FINISH = 'update platform.idempotency_keys set status = $3, headers = $4, body = $5 where scope = $1 and key = $2'
const RELEASE = 'delete from platform.idempotency_keys where scope = $1 and key = $2'
const REPEATED_HEADERS = ['content-type', 'etag', 'location'] as const

export interface IdempotencyDeps {
  db: CoreDb
  /** A body may hold a password: what is kept of it tells nothing without this key. */
  secretKey: string
}

/** Sessions are never answered from memory: their answers carry tokens and set cookies. */
const NEVER_REPEATED = '/api/v1/auth/'

/** `POST` with `Idempotency-Key`: for 24 hours the same key gets the same answer; another request under it is refused. */
export function honourIdempotencyKeys(app: FastifyInstance, { db, secretKey }: IdempotencyDeps): void {
  app.decorateRequest('idempotencyClaim', undefined)
  const check = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const key = request.headers['idempotency-key']
    if (key === undefined || request.url.startsWith(NEVER_REPEATED)) return done()
    claim({ db, secretKey }, { request, reply, key: String(key) }).then((answered) => (answered ? undefined : done()), done)
  }
  const keep = async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    const claimed = request.idempotencyClaim
    if (claimed) await finish(db, { claim: claimed, reply, payload }).catch(() => {}) // the answer stands, even if it cannot be repeated
    return payload
  }
  // On the routes alone that need it: a hook costs every request of an instance.
  app.addHook('onRoute', (route) => {
    if (route.method !== 'POST') return
    route.preHandler = [check, ...[route.preHandler ?? []].flat()]
    route.onSend = [keep, ...[route.onSend ?? []].flat()]
  })
}

function scopeOf(request: FastifyRequest): { scope: string; organizationId: string | null } {
  const context = request.context as typeof request.context | undefined
  const caller = request.caller as typeof request.caller | undefined
  const organizationId = context?.organization.id ?? caller?.organization_id ?? null
  const who = context?.user.id ?? caller?.id ?? `anonymous ${request.ip}`
  return { scope: `${organizationId ?? request.headers.host ?? ''} ${who}`, organizationId }
}

function fingerprintOf(request: FastifyRequest, secretKey: string): string {
  const { body } = request
  const content = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null)
  return createHmac('sha256', secretKey).update(`${request.method} ${request.url}\n`).update(content).digest('base64url')
}

/** True when the request was answered with what the first one got. */
async function claim({ db, secretKey }: IdempotencyDeps, { request, reply, key }: { request: FastifyRequest; reply: FastifyReply; key: string }): Promise<boolean> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw requestErrors.KEY_INVALID()
  const { scope, organizationId } = scopeOf(request)
  const fingerprint = fingerprintOf(request, secretKey)
  for (let waited = 0; waited <= WAIT_MS; waited += POLL_MS) {
    const claimed = await db.run('platform', CLAIM, [scope, key, organizationId, fingerprint])
    if (claimed.length > 0) {
      request.idempotencyClaim = { scope, key }
      return false
    }
    const [kept] = await db.run<Kept>('platform', READ, [scope, key])
    if (kept && kept.fingerprint !== fingerprint) throw requestErrors.KEY_REUSED()
    if (kept && kept.status !== null) {
      void reply.code(kept.status).headers(kept.headers ?? {}).header('idempotency-replayed', 'true').serializer(String).send(kept.body ?? '')
      return true
    }
    await sleep(POLL_MS)
  }
  throw requestErrors.KEY_IN_USE({ retryAfter: 1 })
}

/** Keeps an answer for the next request with this key; a failure of the server is not kept. */
async function finish(db: CoreDb, { claim: { scope, key }, reply, payload }: { claim: Claim; reply: FastifyReply; payload: unknown }): Promise<void> {
  if (reply.statusCode >= 500 || (typeof payload !== 'string' && payload !== null && payload !== undefined)) {
    await db.run('platform', RELEASE, [scope, key])
    return
  }
  const headers = Object.fromEntries(REPEATED_HEADERS.map((name) => [name, reply.getHeader(name)]).filter(([, value]) => value !== undefined))
  await db.run('platform', FINISH, [scope, key, reply.statusCode, headers, payload ?? null])
}
