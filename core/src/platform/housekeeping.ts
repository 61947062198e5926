import type { CoreDb } from './database/core-db.js'

const HOUR_MS = 3_600_000

/** What nobody needs any more. */
const STALE = [
  `delete from platform.idempotency_keys where created_at < now() - interval '24 hours'`,
  `delete from auth.refresh_tokens where expires_at < now() - interval '1 day'`,
  `update users.invitations set status = 'expired', updated_at = now() where status = 'pending' and expires_at < now()`,
]

/** Clears up once an hour. Returns how to stop it. */
export function keepHouse(db: CoreDb, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    for (const statement of STALE) db.run('platform', statement).catch(onError)
  }, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}
