import type { Config } from '../config/config.js'
import type { Secrets } from '../config/secrets.js'
import type { Alerts } from './alerts/index.js'
import type { Audit } from './audit/index.js'
import type { Bus } from './bus.js'
import type { CacheEngine } from './cache-engine.js'
import type { Database } from './database/database.js'
import type { EngineHealth } from './engine-health.js'
import type { CoreEvents } from './events/core-events.js'
import type { Files } from './files/index.js'
import type { Flags } from './flags/index.js'
import type { Jobs } from './jobs/index.js'
import type { Origins } from './http/origins.js'
import type { RateLimiter } from './limits/rate-limiter.js'
import type { LogFiles } from './logging/log-files.js'
import type { LogStore } from './logging/log-store.js'
import type { Mail } from './mail/index.js'
import type { UsageMeter } from './metrics/usage-meter.js'
import type { PlatformSettingsStore } from './platform-settings.js'

/** What every service stands on; made once by `buildHost`. */
export interface Platform {
  config: Config
  secrets: Secrets
  database: Database
  bus: Bus
  /** Of the Redis; absent where none is configured. */
  cacheEngine: CacheEngine | undefined
  events: CoreEvents
  engines: EngineHealth
  audit: Audit
  alerts: Alerts
  limits: RateLimiter
  origins: Origins
  logs: LogFiles
  logStore: LogStore
  usage: UsageMeter
  jobs: Jobs
  mail: Mail
  files: Files
  flags: Flags
  settings: PlatformSettingsStore
}
