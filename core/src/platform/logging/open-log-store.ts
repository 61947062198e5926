import type { Config } from '../../config/config.js'
import type { Database } from '../database/database.js'
import type { EngineHealth } from '../engine-health.js'
import { createLeader } from '../events/leader.js'
import type { LogFiles } from './log-files.js'
import type { LogStore } from './log-store.js'
import { openPostgresLogStore } from './postgres-log-store.js'

export interface LogStoreDeps {
  config: Pick<Config, 'logDays' | 'elasticsearch' | 'fluentd'>
  database: Database
  logs: LogFiles
  engines: EngineHealth
}

/**
 * The store that the settings name, and the way of the records to it (ADR 0009). Clients are loaded where they are configured.
 * @throws SettingsError
 */
export async function openLogStore({ config, database, logs, engines }: LogStoreDeps): Promise<LogStore> {
  const { logDays: days, elasticsearch, fluentd } = config
  const forwarder = fluentd && (await import('./forwarder.js')).openForwarder({ settings: fluentd, logs, engines })
  const store = elasticsearch
    ? await (await import('../elasticsearch/log-store.js')).openElasticsearchLogStore({ settings: elasticsearch, logs, engines, leader: createLeader(database, 'logs'), days })
    : await openPostgresLogStore({ database, logs, days })
  return {
    ...store,
    close: async () => {
      await forwarder?.close()
      await store.close()
    },
  }
}
