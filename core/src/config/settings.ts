import { Type, type Static } from '@sinclair/typebox'
import { kafkaSettings } from './kafka-settings.js'
import { logSettings } from './log-settings.js'
import { redisSettings } from './redis-settings.js'
import { tlsSettings } from './tls-settings.js'
import { servicesSettings } from './services-settings.js'

const whole = (initial: number, maximum = 1_000_000) => Type.Integer({ minimum: 0, maximum, default: initial })
const secret = () => Type.Optional(Type.String({ minLength: 8, maxLength: 500 }))

/** Every setting of the host, by its name in the environment. What is absent takes its default. */
export const Settings = Type.Object({
  PORT: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535, description: 'Port of the HTTP server, 8000 unless a service apart has another; 0 takes a free one' })),
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on' }),
  INNOERP_HOME: Type.String({ minLength: 1, description: 'Folder of all data' }),
  INNOERP_DOMAIN: Type.String({ pattern: '^[a-z0-9.-]+$', default: 'localhost', description: 'Tenants live on <subdomain>.<domain>' }),
  INNOERP_PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://', description: 'Decides https and the name of the refresh cookie' })),
  INNOERP_ADMIN_EMAIL: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 254, description: 'First super admin; counts at first start only' })),
  INNOERP_ADMIN_PASSWORD: secret(),
  INNOERP_REGISTRY_TOKEN: secret(),
  INNOERP_SECRET_KEY: secret(),
  INNOERP_LIMIT_SIGNUP: whole(10),
  INNOERP_LIMIT_LOGIN: whole(20),
  INNOERP_LIMIT_REQUESTS: whole(600),
  INNOERP_LIMIT_TENANT: whole(30_000, 100_000_000),
  INNOERP_DISABLED_MODULE_API: Type.Union([Type.Literal('reachable'), Type.Literal('forbidden')], { default: 'reachable' }),
  INNOERP_MODULE_MEMORY_MB: Type.Integer({ minimum: 64, maximum: 65_536, default: 256, description: 'JavaScript heap of each process that a module runs in' }),
  INNOERP_MODULE_IDLE_SECONDS: Type.Integer({ minimum: 1, maximum: 86_400, default: 300, description: 'A module’s process that nobody used for so long is stopped' }),
  INNOERP_ALLOW_UNSIGNED: Type.Boolean({ default: false, description: 'Loads unsigned modules too, always in a process of their own' }),
  INNOERP_SIGNUP: Type.Union([Type.Literal('open'), Type.Literal('approval'), Type.Literal('closed')], { default: 'open', description: 'Who may sign up an organization, until a super admin sets it' }),
  INNOERP_CORS_ORIGINS: Type.String({ default: '', maxLength: 5_000, pattern: '^(https?://[A-Za-z0-9.:-]+(\\s*,\\s*|$))*$', description: 'Origins, parted by commas, whose pages may ask; none unless told' }),
  INNOERP_METRICS_TOKEN: secret(),
  KIBANA_URL: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 500, description: 'Kibana, whose dashboards the super admins’ pages show' })),
  NODE_ENV: Type.Optional(Type.String({ maxLength: 50, description: '`production`: packages signed with the development key are not trusted' })),
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://', description: 'Mail server, as smtp://user:password@host:port; absent: mails stay in the outbox' })),
  MAIL_FROM: Type.Optional(Type.String({ minLength: 3, maxLength: 320, description: 'Sender of mails, as Name <address>' })),
  INNOERP_S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://', description: 'S3-compatible store of files; absent: they lie in INNOERP_HOME' })),
  INNOERP_S3_BUCKET: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,62}$' })),
  INNOERP_S3_REGION: Type.String({ pattern: '^[a-z0-9-]+$', default: 'us-east-1' }),
  INNOERP_S3_ACCESS_KEY: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  INNOERP_S3_SECRET_KEY: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://', description: 'A PostgreSQL with CREATEROLE and CREATE; absent: the embedded one' })),
  DATABASE_DIRECT_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://', description: 'The same PostgreSQL past the pooler that DATABASE_URL names: for LISTEN, locks, jobs and migrations' })),
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, maximum: 500, default: 10 }),
  DATABASE_POOL_OVERFLOW: Type.Integer({ minimum: 0, maximum: 500, default: 20 }),
  DATABASE_PREPARED: Type.Union([Type.Literal('on'), Type.Literal('off')], { default: 'on', description: 'off for poolers that lose named statements' }),
  ...kafkaSettings,
  ...redisSettings,
  ...tlsSettings,
  ...logSettings,
  ...servicesSettings,
  DEBUG: Type.Optional(Type.String({ description: 'Not empty: log the entry and exit of every logged function' })),
})
export type Settings = Static<typeof Settings>
