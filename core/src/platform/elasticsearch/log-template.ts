import type { Client, estypes } from '@elastic/elasticsearch'

/** Daily indices, named as Fluentd's logstash format names them (facts §4). */
export const PREFIX = 'innoerp'
export const PATTERN = `${PREFIX}-*`
const MAX_KEYWORD = 2_000

type Properties = Record<string, estypes.MappingProperty>

const keyword: estypes.MappingProperty = { type: 'keyword', ignore_above: MAX_KEYWORD }
/** Found by its words and, under `.raw`, by any part of it. */
const text: estypes.MappingProperty = { type: 'text', fields: { raw: keyword } }

/** The document's fields, of types that every Elasticsearch 8 has. What is none of them is refused. */
export const LOG_FIELDS: Properties = {
  timestamp: { type: 'date' },
  // Fluentd's logstash format may add it.
  '@timestamp': { type: 'date' },
  level: keyword,
  service: keyword,
  module: keyword,
  action: keyword,
  method: keyword,
  path: keyword,
  username: keyword,
  message: text,
  organization_id: keyword,
  user_id: keyword,
  request_id: keyword,
  duration_ms: { type: 'double' },
  status_code: { type: 'integer' },
  // A measured number, named by its action.
  figure: { type: 'double' },
  client_host: { type: 'ip', ignore_malformed: true },
  user_agent: keyword,
  error: { type: 'object', dynamic: 'strict', properties: { type: keyword, code: keyword, message: text, stack: { type: 'text' } } },
  // What records carry beyond the document's fields: searched by exact value, as `metadata.consumer`.
  metadata: { type: 'flattened', ignore_above: MAX_KEYWORD },
}

/** Puts the template of all log indices, by which they are made at their first record; with `policy`, their end is the cluster's own work. */
export async function putLogTemplate(client: Client, { policy }: { policy: string | undefined }): Promise<void> {
  await client.indices.putIndexTemplate({
    name: PREFIX,
    index_patterns: [PATTERN],
    priority: 100,
    _meta: { description: 'Records of the log of innoERP' },
    template: {
      settings: { number_of_shards: 1, auto_expand_replicas: '0-1', ...(policy && { 'index.lifecycle.name': policy }) },
      mappings: { dynamic: 'strict', properties: LOG_FIELDS },
    },
  })
}
