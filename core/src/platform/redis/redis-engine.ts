import type { Redis } from 'ioredis'
import type { CacheEngine } from '../cache-engine.js'
import type { RedisLink } from './link.js'

/** So many keys of a node are looked at; the figures say where there are more. */
const MAX_KEYS = 10_000
const STEP = 1_000
const ID = /^\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?$/

/** Figures of each node that takes writes, as `INFO` tells them. */
export function redisEngine(link: RedisLink): CacheEngine {
  const onEach = <T>(work: (node: Redis, info: Map<string, string>) => T | Promise<T>): Promise<T[]> =>
    link.run((client) => Promise.all(('nodes' in client ? client.nodes('master') : [client]).map(async (node) => work(node, fieldsOf(await node.info())))))
  const number = (info: Map<string, string>, name: string): number => Number(info.get(name) ?? 0)
  return {
    engine: 'redis',
    isConfigured: true,
    message: `Figures of the Redis that ${link.place.setting} names, a row for each node that takes writes.`,
    stats: () =>
      onEach((_, info) => ({
        version: info.get('redis_version') ?? '',
        uptime_seconds: number(info, 'uptime_in_seconds'),
        clients: number(info, 'connected_clients'),
        commands: number(info, 'total_commands_processed'),
        commands_per_second: number(info, 'instantaneous_ops_per_sec'),
        hits: number(info, 'keyspace_hits'),
        misses: number(info, 'keyspace_misses'),
        expired_keys: number(info, 'expired_keys'),
        evicted_keys: number(info, 'evicted_keys'),
      })),
    memory: () =>
      onEach((_, info) => ({
        used_bytes: number(info, 'used_memory'),
        peak_bytes: number(info, 'used_memory_peak'),
        rss_bytes: number(info, 'used_memory_rss'),
        max_bytes: number(info, 'maxmemory'),
        fragmentation: number(info, 'mem_fragmentation_ratio'),
      })),
    keys: async () => {
      const counts = new Map<string, number>()
      const seen = await onEach((node) => countKeys(node, counts))
      const rows = [...counts].map(([pattern, count]) => ({ pattern, count })).toSorted((a, b) => b.count - a.count)
      return seen.includes('more') ? [...rows, { pattern: `… beyond the first ${MAX_KEYS} keys of a node`, count: null }] : rows
    },
    hits: async () => {
      const nodes = await onEach((_, info) => ({ hits: number(info, 'keyspace_hits'), misses: number(info, 'keyspace_misses') }))
      return { hits: nodes.reduce((sum, { hits }) => sum + hits, 0), misses: nodes.reduce((sum, { misses }) => sum + misses, 0) }
    },
  }
}

const fieldsOf = (info: string): Map<string, string> =>
  new Map(
    info.split('\r\n').flatMap((line) => {
      const at = line.indexOf(':')
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : []
    }),
  )

async function countKeys(node: Redis, counts: Map<string, number>): Promise<'all' | 'more'> {
  let cursor = '0'
  let seen = 0
  do {
    const [next, keys] = await node.scan(cursor, 'COUNT', STEP)
    for (const key of keys) counts.set(patternOf(key), (counts.get(patternOf(key)) ?? 0) + 1)
    seen += keys.length
    cursor = next
  } while (cursor !== '0' && seen < MAX_KEYS)
  return cursor === '0' ? 'all' : 'more'
}

/** `ratelimit:<id>:GET /api` → `ratelimit:{id}:…`: addresses and mail addresses are nobody's business. */
function patternOf(key: string): string {
  const [kind = '', ...rest] = key.split(':')
  if (rest.length === 0) return kind
  const [first = ''] = rest
  return [kind, ID.test(first) ? '{id}' : kind === 'ratelimit' ? '{who}' : first, ...(rest.length > 1 ? ['…'] : [])].join(':')
}
