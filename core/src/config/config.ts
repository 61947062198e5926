import { Value } from '@sinclair/typebox/value'
import path from 'node:path'
import type { S3Settings } from '../platform/files/s3-store.js'
import type { MailTransport } from '../platform/mail/transport.js'
import { kafkaOf, type KafkaSettings } from './kafka-settings.js'
import { logsOf, type LogSettings } from './log-settings.js'
import type { PlatformSettings } from './platform-settings.js'
import { redisOf, type RedisPlace } from './redis-settings.js'
import { SERVICE_PORTS, servicesOf, type ServicesConfig } from './services-settings.js'
import { Settings } from './settings.js'
import { SettingsError } from './settings-error.js'
import { requireDatabaseTls, tlsOf, type TlsFiles } from './tls-settings.js'

/** The settings in the host's own words. Secrets are resolved later, from the home (see `secrets.ts`). */
export interface Config extends LogSettings {
  port: number
  host: string
  home: string
  domain: string
  publicUrl: string | undefined
  /** Whether people come by https, to the host itself or to a proxy before it. */
  isHttps: boolean
  /** Absent: the host listens by plain http. */
  tls: TlsFiles | undefined
  admin: { email: string | undefined; password: string | undefined }
  registryToken: string | undefined
  secretKey: string | undefined
  /** 0 switches a limit off. */
  limits: { signUpsAnHour: number; logInsAMinute: number; requestsAMinute: number; tenantRequestsAMinute: number }
  disabledModuleApi: 'reachable' | 'forbidden'
  /** Until a super admin sets others. */
  platformSettings: Required<PlatformSettings>
  /** Whose pages may ask besides the organizations’ own. */
  corsOrigins: readonly string[]
  /** Opens /metrics to other machines. */
  metricsToken: string | undefined
  kibanaUrl: string | undefined
  /** Unsigned modules load, each in a process of its own. */
  allowsUnsigned: boolean
  /** Of each process that a module runs in. */
  moduleProcess: { memoryMb: number; idleSeconds: number }
  isProduction: boolean
  /** `directUrl`: past the pooler that `url` names; absent where there is none. */
  database: { url: string | undefined; directUrl: string | undefined; poolSize: number; poolOverflow: number; prepared: boolean }
  /** Absent: cache and limits are in memory, changes are told by the database. */
  redis: RedisPlace | undefined
  debug: boolean
  /** Absent: mails stay in the outbox, to be seen there. */
  mail: MailTransport | undefined
  /** Absent: files lie on disk. */
  s3: S3Settings | undefined
  /** Absent: events are delivered in-process. */
  kafka: KafkaSettings | undefined
  /** Absent: every service is in this process. */
  services: ServicesConfig | undefined
}

/**
 * Reads and checks the environment.
 * @throws SettingsError naming every setting that is wrong
 */
export function loadConfig(env: NodeJS.ProcessEnv, defaults: { home: string }): Config {
  const known = Object.keys(Settings.properties)
  const given = Object.fromEntries(known.filter((name) => env[name] !== undefined && env[name] !== '').map((name) => [name, env[name]]))
  const raw = Value.Convert(Settings, Value.Default(Settings, { INNOERP_HOME: defaults.home, ...given }))
  const problems = [...Value.Errors(Settings, raw)].map((error) => `${error.path.slice(1)}: ${error.message}`)
  if (problems.length > 0) throw new SettingsError(`The settings cannot be used. ${problems.join('; ')}`)
  return toConfig(raw as Settings)
}

function toConfig(s: Settings): Config {
  requireDatabaseTls(s)
  if (s.DATABASE_DIRECT_URL && !s.DATABASE_URL) throw new SettingsError('The settings cannot be used. DATABASE_DIRECT_URL needs DATABASE_URL, the pooler that it goes past.')
  const tls = tlsOf(s)
  return {
    port: s.PORT ?? SERVICE_PORTS[s.INNOERP_SERVICE ?? 'gateway'],
    host: s.HOST,
    home: path.resolve(s.INNOERP_HOME),
    domain: s.INNOERP_DOMAIN,
    publicUrl: s.INNOERP_PUBLIC_URL,
    isHttps: s.INNOERP_PUBLIC_URL?.startsWith('https://') ?? tls !== undefined,
    tls,
    admin: { email: s.INNOERP_ADMIN_EMAIL, password: s.INNOERP_ADMIN_PASSWORD },
    registryToken: s.INNOERP_REGISTRY_TOKEN,
    secretKey: s.INNOERP_SECRET_KEY,
    limits: { signUpsAnHour: s.INNOERP_LIMIT_SIGNUP, logInsAMinute: s.INNOERP_LIMIT_LOGIN, requestsAMinute: s.INNOERP_LIMIT_REQUESTS, tenantRequestsAMinute: s.INNOERP_LIMIT_TENANT },
    disabledModuleApi: s.INNOERP_DISABLED_MODULE_API,
    platformSettings: { signup: s.INNOERP_SIGNUP, trial_days: 14, support_email: s.INNOERP_ADMIN_EMAIL ?? 'support@innoerp.local', notice: '' },
    corsOrigins: s.INNOERP_CORS_ORIGINS.split(',').map((origin) => origin.trim()).filter(Boolean),
    metricsToken: s.INNOERP_METRICS_TOKEN,
    kibanaUrl: s.KIBANA_URL,
    allowsUnsigned: s.INNOERP_ALLOW_UNSIGNED,
    moduleProcess: { memoryMb: s.INNOERP_MODULE_MEMORY_MB, idleSeconds: s.INNOERP_MODULE_IDLE_SECONDS },
    isProduction: s.NODE_ENV === 'production',
    database: { url: s.DATABASE_URL, directUrl: s.DATABASE_DIRECT_URL, poolSize: s.DATABASE_POOL_SIZE, poolOverflow: s.DATABASE_POOL_OVERFLOW, prepared: s.DATABASE_PREPARED === 'on' },
    redis: redisOf(s),
    debug: Boolean(s.DEBUG),
    mail: s.SMTP_URL && s.MAIL_FROM ? { url: s.SMTP_URL, from: s.MAIL_FROM } : undefined,
    s3: s3Of(s),
    kafka: kafkaOf(s),
    ...logsOf(s),
    services: servicesOf(s),
  }
}

function s3Of(s: Settings): S3Settings | undefined {
  const { INNOERP_S3_ENDPOINT: endpoint, INNOERP_S3_BUCKET: bucket, INNOERP_S3_REGION: region, INNOERP_S3_ACCESS_KEY: accessKey, INNOERP_S3_SECRET_KEY: secretKey } = s
  if (!endpoint) return undefined
  if (!bucket || !accessKey || !secretKey) throw new SettingsError('The settings cannot be used. INNOERP_S3_ENDPOINT needs INNOERP_S3_BUCKET, INNOERP_S3_ACCESS_KEY and INNOERP_S3_SECRET_KEY.')
  return { endpoint, bucket, region, accessKey, secretKey }
}
