import { readFile } from 'node:fs/promises'
import { Client, type estypes } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startEngine, whyNotHere, type RunningEngine } from '../../../infra/local/start.mjs'
import { LOG_FIELDS } from '../../src/platform/elasticsearch/log-template.js'
import { logLag } from '../../src/services/monitoring/measures.js'
import { createTestHost, type TestHost } from '../../src/testing/index.js'

interface Aggregation {
  id: string
  type: 'count' | 'max' | 'percentiles' | 'cardinality' | 'date_histogram' | 'terms'
  schema: string
  params: { field?: string; percents?: number[]; size?: number; orderBy?: string }
}
interface Panel {
  title: string
  query: string
  aggs: Aggregation[]
}
interface SavedObject {
  type: string
  attributes: { title: string; visState: string; kibanaSavedObjectMeta: { searchSourceJSON: string } }
}

const why = await whyNotHere('elasticsearch')
const lines = (await readFile(new URL('../../../infra/kibana/saved-objects.ndjson', import.meta.url), 'utf8')).trimEnd().split('\n')
const panels = lines
  .map((line) => JSON.parse(line) as SavedObject)
  .filter(({ type }) => type === 'visualization')
  .map(({ attributes: { title, visState, kibanaSavedObjectMeta } }): Panel => {
    const { query } = (JSON.parse(kibanaSavedObjectMeta.searchSourceJSON) as { query: { query: string } }).query
    return { title, query, aggs: (JSON.parse(visState) as { aggs: Aggregation[] }).aggs }
  })

/** Whether the template has a field; below a flattened one any name is. */
function isField(name: string): boolean {
  const [first = '', second] = name.split('.')
  const field = LOG_FIELDS[first]
  if (second === undefined || field?.type === 'flattened') return field !== undefined
  return field !== undefined && 'properties' in field && second in (field.properties ?? {})
}

/** The buckets within each other and the metric within the last, as Kibana asks for them. */
function requestOf({ query, aggs }: Panel): estypes.SearchRequest {
  const [metric, ...buckets] = aggs as [Aggregation, ...Aggregation[]]
  const { field = '', percents } = metric.params
  const measured = metric.type === 'count' ? {} : { [metric.id]: { [metric.type]: { field, ...(percents && { percents }) } } }
  const nested = buckets.reduceRight<Record<string, estypes.AggregationsAggregationContainer>>((inner, { id, type, params }) => {
    const order = metric.type === 'count' ? '_count' : (params.orderBy ?? '')
    const own = type === 'date_histogram' ? { date_histogram: { field: params.field ?? '', fixed_interval: '30s', min_doc_count: 1 } } : { terms: { field: params.field ?? '', size: params.size ?? 10, order: { [order]: 'desc' as const } } }
    return { [id]: { ...own, aggs: { ...inner, ...measured } } }
  }, measured)
  return { index: 'innoerp-*', size: 0, track_total_hits: true, query: { query_string: { query } }, aggs: nested }
}

interface Answer {
  buckets?: Answers[]
  value?: number
  values?: Record<string, number>
}
type Answers = Record<string, Answer>

/** The aggregations that have nothing to show, followed through the first bucket of each. */
function emptyIn(answers: Answers): string[] {
  return Object.entries(answers).flatMap(([id, { buckets, value, values = {} }]) => {
    if (buckets === undefined) return [value ?? 1, ...Object.values(values)].every((one) => Number(one) > 0) ? [] : [id]
    const inner = Object.entries(buckets[0] ?? {}).filter(([, one]) => typeof one === 'object')
    return buckets.length === 0 ? [id] : emptyIn(Object.fromEntries(inner))
  })
}

test('every field of every panel is in the template', () => {
  expect(panels.length).toBeGreaterThan(12)
  const named = panels.flatMap(({ query, aggs }) => [...aggs.flatMap(({ params }) => params.field ?? []), ...[...query.matchAll(/(?:^|[\s(])([\w.]+):/g)].map(([, field = '']) => field)])
  expect(named.filter((field) => !isField(field))).toEqual([])
})

describe.skipIf(why !== undefined)('the panels of Kibana', () => {
  let engine: RunningEngine
  let host: TestHost
  let client: Client

  beforeAll(async () => {
    engine = await startEngine('elasticsearch', { port: 0 })
    client = new Client({ node: engine.url })
    host = await createTestHost({ settings: { ELASTICSEARCH_URL: engine.url } })
    await host.client('acme.localhost').post('/api/v1/auth/login', { email: 'owner@acme.example', password: 'Not-the-password-1' })
    await host.acme.admin.get('/api/v1/users').expect(200)
    const { logs } = host.host.platform
    // What no healthy host does by itself.
    logs.logger('api-gateway', 'middleware').error({ err: new TypeError('no luck') }, 'It failed')
    for (const service of ['api-gateway', 'crm-module']) logs.logger(service, 'middleware').info({ action: 'request', path: '/api/v1/crm', status_code: 500, duration_ms: 12, organization_id: host.acme.id }, 'Request handled')
    const rows = async () => [{ group_id: 'innoerp.crm', lag: 7 }]
    const stop = logLag({ logs }, { engine: 'kafka', isConfigured: true, message: '', info: rows, topics: rows, topic: rows, groups: rows, lag: rows }, 20)
    await vi.waitFor(async () => expect((await client.count({ index: 'innoerp-*', q: 'action:event_lag' })).count).toBeGreaterThan(0), { timeout: 15_000, interval: 200 })
    stop()
  })
  afterAll(async () => {
    await host.close()
    await client.close()
    await engine.stop()
  })

  test.for(panels)('$title', async (panel) => {
    const { hits, aggregations } = await client.search(requestOf(panel))
    expect((hits.total as estypes.SearchTotalHits).value).toBeGreaterThan(0)
    expect(emptyIn((aggregations ?? {}) as Answers)).toEqual([])
  })
})
