import type { AnyRecord, Api, ListSource } from '@innoerp/sdk/ui'
import { byNumber } from './by-number'
import type { Job as OwnJob } from './trail'

export const MONITOR = '/api/v1/monitor'

/** A service, as a check of now found it. */
export interface ServiceHealth {
  service: string
  status: 'healthy' | 'unhealthy'
  details: Readonly<Record<string, unknown>>
  timestamp: string
}

export interface Uptime {
  service: string
  started_at: string
  uptime_seconds: number
  /** 0–100, of the last 24 hours. */
  uptime_percent: number
  minutes_observed: number
}

/** Times in milliseconds: services since the start, modules of the last 24 hours. */
export interface ResponseTime {
  service: string
  kind: 'service' | 'module'
  requests: number
  errors: number
  avg_ms: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
}

/** An engine behind events or caches, or what stands for it. */
export interface EngineState<T> {
  configured: boolean
  engine: string
  message: string
  items: readonly T[]
}
export interface Topic {
  name: string
  waiting: number
  oldest: string | null
}
export interface Consumer {
  group_id: string
  effects: number
  last_effect_at: string | null
  dead_letters: number
}
export interface CacheStats {
  engine: string
  /** 0–1. */
  hit_rate: number
  miss_rate: number
  total_requests: number
  hits: number
  misses: number
}
export interface CacheMemory {
  rss_bytes: number
  heap_used_bytes: number
  heap_total_bytes: number
  external_bytes: number
}
export interface CacheKeys {
  pattern: string
  count: number
}

export interface Kibana {
  configured: boolean
  url: string | null
  message: string
}

/** Everything at one glance; the log of the last 24 hours. */
export interface MonitorDashboard {
  services: readonly ServiceHealth[]
  /** Null while the log cannot be searched. */
  logs: { total: number; by_level: Readonly<Record<string, number>>; by_service: Readonly<Record<string, number>> } | null
  open_alerts: number
  failed_mails: number
  failed_jobs: number
}

export interface Mail extends AnyRecord {
  organization_id: string | null
  to: string
  subject: string
  text: string
  state: 'queued' | 'sent' | 'failed'
  attempts: number
  error: string | null
  created_at: string
  sent_at: string | null
}

/** Work of a module apart from requests, of any organization. */
export interface Job extends OwnJob {
  organization_id: string
}

export interface Alert extends AnyRecord {
  kind: string
  subject: string
  severity: 'info' | 'warning' | 'critical'
  organization_id: string | null
  message: string
  count: number
  first_at: string
  last_at: string
  acknowledged_at: string | null
}

export const mails: ListSource<Mail> = byNumber(`${MONITOR}/mail`)
export const jobs: ListSource<Job> = byNumber('/api/v1/jobs')
export const alerts: ListSource<Alert> = byNumber(`${MONITOR}/alerts`)

/** Calls of the monitoring service; each rejects with an ApiError. */
export const monitoringClient = (api: Api) => ({
  dashboard: (): Promise<MonitorDashboard> => api.get(`${MONITOR}/dashboard`),
  health: (): Promise<ServiceHealth[]> => api.get(`${MONITOR}/metrics/health`),
  uptime: (service: string): Promise<Uptime> => api.get(`${MONITOR}/services/${encodeURIComponent(service)}/uptime`),
  responseTimes: (): Promise<ResponseTime[]> => api.get(`${MONITOR}/metrics/response-time`),
  topics: (): Promise<EngineState<Topic>> => api.get(`${MONITOR}/kafka/topics`),
  consumers: (): Promise<EngineState<Consumer>> => api.get(`${MONITOR}/kafka/consumer-groups`),
  cacheStats: (): Promise<CacheStats> => api.get(`${MONITOR}/redis/cache-stats`),
  cacheMemory: (): Promise<EngineState<CacheMemory>> => api.get(`${MONITOR}/redis/memory`),
  cacheKeys: (): Promise<EngineState<CacheKeys>> => api.get(`${MONITOR}/redis/keys`),
  kibana: (): Promise<Kibana> => api.get(`${MONITOR}/kibana/dashboard-url`),
  acknowledge: (id: string): Promise<void> => api.post(`${MONITOR}/alerts/${id}/acknowledge`),
})
