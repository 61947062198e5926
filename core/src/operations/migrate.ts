import { allMigrations } from '../app.js'
import { loadConfig } from '../config/config.js'
import { loadSecrets } from '../config/secrets.js'
import { openDatabase } from '../platform/database/database.js'

/**
 * Makes the roles and brings core's tables up to date, as every start of a host does it, and nothing else. Several at once wait for each
 * other. Secrets that are made by it are kept in the home and shown by the host's first start.
 * @returns ids of all steps that the database has now
 * @throws SettingsError
 */
export async function migrate(env: NodeJS.ProcessEnv, { home }: { home: string }): Promise<string[]> {
  const config = loadConfig(env, { home })
  const { secretKey } = await loadSecrets(config)
  const migrations = await allMigrations()
  const database = await openDatabase(config, { secretKey, migrations })
  await database.close()
  return migrations.map(({ id }) => id)
}
