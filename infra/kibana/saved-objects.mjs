// Writes infra/kibana/saved-objects.ndjson from panels.mjs: node infra/kibana/saved-objects.mjs
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DASHBOARDS } from './panels.mjs'

export const FILE = join(import.meta.dirname, 'saved-objects.ndjson')
/** The Kibana whose form the objects have; newer ones migrate them at their import. */
const VERSION = '8.11.0'
const DATA_VIEW = 'innoerp-logs'
const COLUMNS = 48
const HEIGHT = 14
const idOf = (name) => `innoerp-${name}`

/** One saved object a line. */
export const renderObjects = () => `${[dataView(), ...DASHBOARDS.flatMap(({ panels }) => panels.map(visualization)), ...DASHBOARDS.map(dashboard)].map((object) => JSON.stringify(object)).join('\n')}\n`

const object = (type, { id, attributes, references = [] }) => ({ id, type, coreMigrationVersion: VERSION, typeMigrationVersion: '8.0.0', managed: false, attributes, references })

const dataView = () => object('index-pattern', { id: DATA_VIEW, attributes: { title: 'innoerp-*', name: 'innoERP log', timeFieldName: 'timestamp' } })

function visualization({ id, title, type, query, metric, buckets }) {
  const name = 'kibanaSavedObjectMeta.searchSourceJSON.index'
  const searchSource = { query: { query, language: 'lucene' }, filter: [], indexRefName: name }
  const aggs = [aggregation(metric, { at: 0, schema: 'metric' }), ...buckets.map((bucket, at) => aggregation(bucket, { at: at + 1, schema: schemaOf(type, at), orderBy: metric.type === 'percentiles' ? '1.95' : '1' }))]
  const visState = { title, type, aggs, params: { type, addLegend: true, addTooltip: true } }
  return object('visualization', {
    id: idOf(id),
    attributes: { title, visState: JSON.stringify(visState), uiStateJSON: '{}', description: '', version: 1, kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify(searchSource) } },
    references: [{ name, type: 'index-pattern', id: DATA_VIEW }],
  })
}

const schemaOf = (type, at) => (type === 'table' ? 'bucket' : type === 'pie' ? 'segment' : at === 0 ? 'segment' : 'group')

/** Terms are those of the highest metric, whose id is 1. */
function aggregation({ type, ...settings }, { at, schema, orderBy }) {
  const order = type === 'terms' ? { orderBy, order: 'desc' } : {}
  return { id: String(at + 1), enabled: true, type, schema, params: { ...settings, ...order, ...(type === 'date_histogram' && { interval: 'auto', min_doc_count: 1 }) } }
}

function dashboard({ id, title, panels }) {
  const placed = panels.map((panel, at) => ({
    version: VERSION,
    type: 'visualization',
    gridData: { x: (at % 2) * (COLUMNS / 2), y: Math.floor(at / 2) * HEIGHT, w: COLUMNS / 2, h: HEIGHT, i: panel.id },
    panelIndex: panel.id,
    embeddableConfig: {},
    panelRefName: `panel_${panel.id}`,
  }))
  return object('dashboard', {
    id: idOf(id),
    attributes: {
      title,
      description: '',
      panelsJSON: JSON.stringify(placed),
      optionsJSON: JSON.stringify({ useMargins: true, hidePanelTitles: false }),
      timeRestore: true,
      timeFrom: 'now-24h',
      timeTo: 'now',
      version: 1,
      kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify({ query: { query: '', language: 'lucene' }, filter: [] }) },
    },
    references: panels.map((panel) => ({ name: `${panel.id}:panel_${panel.id}`, type: 'visualization', id: idOf(panel.id) })),
  })
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, renderObjects())
