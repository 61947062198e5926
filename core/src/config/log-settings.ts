import { Type, type Static, type TObject } from '@sinclair/typebox'
import { SettingsError } from './settings-error.js'

export const logSettings = {
  ELASTICSEARCH_URL: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 1_000, description: 'Where the log is searched, as http[s]://user:password@host:port; absent: in the database' })),
  FLUENTD_URL: Type.Optional(Type.String({ pattern: '^fluent://[^/:@]+(:\\d+)?/?$', maxLength: 300, description: 'A forward source of Fluentd that gets every record, as fluent://host:24224' })),
  INNOERP_LOG_TAILED: Type.Boolean({ default: false, description: 'Fluentd tails the log files: the host brings nothing to Elasticsearch itself' }),
  INNOERP_LOG_RETENTION_DAYS: Type.Integer({ minimum: 1, maximum: 3_650, default: 7, description: 'How long records of the log are kept, in files and where they are searched' }),
}

export interface ElasticsearchSettings {
  /** May hold a password. */
  url: string
  /** Whether somebody else, Fluentd, brings the records there. */
  isBrought: boolean
}
export interface FluentdSettings {
  host: string
  port: number
}
export interface LogSettings {
  /** How long records are kept. */
  logDays: number
  /** Absent: the log is searched in the database. */
  elasticsearch: ElasticsearchSettings | undefined
  /** Absent: nothing is forwarded. */
  fluentd: FluentdSettings | undefined
}

const FORWARD_PORT = 24_224

/** @throws SettingsError where each record would reach Fluentd twice */
export function logsOf(s: Static<TObject<typeof logSettings>>): LogSettings {
  if (s.FLUENTD_URL && s.INNOERP_LOG_TAILED) throw new SettingsError('The settings cannot be used. FLUENTD_URL sends every record to Fluentd and INNOERP_LOG_TAILED says that it reads them from the files: give one of them.')
  const forward = s.FLUENTD_URL === undefined ? undefined : new URL(s.FLUENTD_URL)
  return {
    logDays: s.INNOERP_LOG_RETENTION_DAYS,
    elasticsearch: s.ELASTICSEARCH_URL ? { url: s.ELASTICSEARCH_URL, isBrought: s.INNOERP_LOG_TAILED || forward !== undefined } : undefined,
    fluentd: forward && { host: forward.hostname, port: Number(forward.port || FORWARD_PORT) },
  }
}
