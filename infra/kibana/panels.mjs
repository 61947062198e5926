/**
 * What the dashboards show, each panel by its aggregation-based visualization.
 * @typedef {object} Panel
 * @property {string} id
 * @property {string} title
 * @property {'line' | 'histogram' | 'pie' | 'table' | 'metric'} type
 * @property {string} query in Lucene's syntax; empty for all records
 * @property {{type: string, field?: string, percents?: number[]}} metric
 * @property {{type: 'date_histogram' | 'terms', field: string, size?: number}[]} buckets the first is the axis
 */
const overTime = { type: 'date_histogram', field: 'timestamp' }
const top = (field, size = 10) => ({ type: 'terms', field, size })
const count = { type: 'count' }
const latency = { type: 'percentiles', field: 'duration_ms', percents: [50, 95, 99] }
const p95 = { type: 'percentiles', field: 'duration_ms', percents: [95] }
const REQUESTS = 'action:request'
const PROBLEMS = 'level:(ERROR OR CRITICAL)'
const SIGN_INS = 'action:request AND method:POST AND path:"/api/v1/auth/login"'
const MODULES = 'action:request AND service:*-module'

/** @type {Panel[]} */
const traffic = [
  { id: 'requests', title: 'Requests', type: 'histogram', query: REQUESTS, metric: count, buckets: [overTime, top('service')] },
  { id: 'statuses', title: 'Answers by status', type: 'pie', query: REQUESTS, metric: count, buckets: [top('status_code')] },
  { id: 'latency', title: 'Latency', type: 'line', query: REQUESTS, metric: latency, buckets: [overTime] },
  { id: 'latency-by-service', title: 'Latency by service (95 of 100)', type: 'line', query: REQUESTS, metric: p95, buckets: [overTime, top('service')] },
  { id: 'latency-by-module', title: 'Latency by module', type: 'table', query: MODULES, metric: latency, buckets: [top('service', 50)] },
  { id: 'latency-by-tenant', title: 'Latency by organization', type: 'table', query: `${REQUESTS} AND organization_id:*`, metric: latency, buckets: [top('organization_id', 50)] },
  { id: 'slow-requests', title: 'Slowest addresses', type: 'table', query: REQUESTS, metric: { type: 'max', field: 'duration_ms' }, buckets: [top('path', 20)] },
]

/** @type {Panel[]} */
const operations = [
  { id: 'problems', title: 'Errors', type: 'histogram', query: PROBLEMS, metric: count, buckets: [overTime, top('service')] },
  { id: 'problems-by-type', title: 'Errors by type', type: 'table', query: PROBLEMS, metric: count, buckets: [top('error.type', 20), top('module', 5)] },
  { id: 'failed-requests', title: 'Answers of 500 and above', type: 'histogram', query: 'action:request AND status_code:>=500', metric: count, buckets: [overTime, top('path')] },
  { id: 'event-lag', title: 'Events not taken yet', type: 'line', query: 'action:event_lag', metric: { type: 'max', field: 'figure' }, buckets: [overTime, top('metadata.behind', 20)] },
]

/** @type {Panel[]} */
const people = [
  { id: 'sign-ins', title: 'Sign-ins by answer', type: 'histogram', query: SIGN_INS, metric: count, buckets: [overTime, top('status_code', 5)] },
  { id: 'refused-sign-ins', title: 'Refused sign-ins by address', type: 'table', query: `${SIGN_INS} AND status_code:>=400`, metric: count, buckets: [top('client_host', 20)] },
  { id: 'active-people', title: 'People at work', type: 'metric', query: REQUESTS, metric: { type: 'cardinality', field: 'user_id' }, buckets: [] },
  { id: 'audit', title: 'Audited changes', type: 'histogram', query: 'service:platform AND module:audit', metric: count, buckets: [overTime, top('action', 20)] },
  { id: 'audit-by-tenant', title: 'Audited changes by organization', type: 'table', query: 'service:platform AND module:audit', metric: count, buckets: [top('organization_id', 20), top('action', 10)] },
]

export const DASHBOARDS = [
  { id: 'traffic', title: 'innoERP: traffic and latency', panels: traffic },
  { id: 'operations', title: 'innoERP: errors and events', panels: operations },
  { id: 'people', title: 'innoERP: sign-ins and audit', panels: people },
]
