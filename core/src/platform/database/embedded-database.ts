import { loadConfig } from '../../config/config.js'
import { loadSecrets } from '../../config/secrets.js'
import { DATABASE, embeddedConnection } from './database.js'
import { startEmbeddedPostgres } from './embedded-postgres.js'
import { passwordOf } from './roles.js'

/** The embedded PostgreSQL of a home, for processes that share it by its URL. */
export async function openEmbeddedDatabase(home: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { secretKey } = await loadSecrets(loadConfig(process.env, { home }))
  const embedded = await startEmbeddedPostgres({ home, password: passwordOf(secretKey, 'postgres') })
  await embeddedConnection(embedded)
  const { host, port, user, password } = embedded.address
  return { url: `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${DATABASE}?host=${encodeURIComponent(host)}`, stop: embedded.stop }
}
