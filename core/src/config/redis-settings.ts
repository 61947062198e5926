import { Type, type Static, type TObject } from '@sinclair/typebox'
import { SettingsError } from './settings-error.js'

const nodes = (description: string) => Type.Optional(Type.String({ maxLength: 2_000, pattern: '^[^\\s,:/]+:\\d{1,5}(\\s*,\\s*[^\\s,:/]+:\\d{1,5})*$', description }))

export const redisSettings = {
  REDIS_URL: Type.Optional(
    Type.String({ pattern: '^rediss?://', maxLength: 1_000, description: 'Redis, as redis[s]://user:password@host:port/database; beside REDIS_SENTINELS or REDIS_CLUSTER its user, password, database and TLS count, its host does not' }),
  ),
  REDIS_SENTINELS: nodes('Sentinels, as host:port,…'),
  REDIS_SENTINEL_NAME: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'What the Sentinels call the master' })),
  REDIS_CLUSTER: nodes('Nodes of a Redis Cluster, as host:port,…'),
}

export interface RedisNode {
  host: string
  port: number
}

/** Which Redis, and how it is reached. */
export interface RedisPlace {
  kind: 'plain' | 'sentinel' | 'cluster'
  /** The setting that names it, for messages. */
  setting: 'REDIS_URL' | 'REDIS_SENTINELS' | 'REDIS_CLUSTER'
  /** The Redis itself, the Sentinels, or some nodes of the Cluster. */
  nodes: readonly [RedisNode, ...RedisNode[]]
  /** What the Sentinels call the master. */
  name: string | undefined
  username: string | undefined
  password: string | undefined
  database: number
  isTls: boolean
}

type Redis = Static<TObject<typeof redisSettings>>

/** @throws SettingsError for half a pair, and for Sentinels and a Cluster at once */
export function redisOf({ REDIS_URL: url, REDIS_SENTINELS: sentinels, REDIS_SENTINEL_NAME: name, REDIS_CLUSTER: cluster }: Redis): RedisPlace | undefined {
  const refuse = (problem: string): never => {
    throw new SettingsError(`The settings cannot be used. ${problem}`)
  }
  if ((sentinels === undefined) !== (name === undefined)) return refuse('REDIS_SENTINELS and REDIS_SENTINEL_NAME need each other.')
  if (sentinels !== undefined && cluster !== undefined) return refuse('REDIS_SENTINELS and REDIS_CLUSTER exclude each other.')
  if (url !== undefined && !URL.canParse(url)) return refuse('REDIS_URL is no address; it reads redis://user:password@host:port/database.')
  const given = url === undefined ? undefined : new URL(url)
  const database = Number(given?.pathname.slice(1) ?? 0)
  if (!Number.isInteger(database) || (cluster !== undefined && database !== 0)) return refuse('REDIS_URL ends with the number of a database, which a Cluster has not.')
  const common = {
    name,
    username: given?.username ? decodeURIComponent(given.username) : undefined,
    password: given?.password ? decodeURIComponent(given.password) : undefined,
    database,
    isTls: given?.protocol === 'rediss:',
  }
  if (sentinels !== undefined) return { ...common, kind: 'sentinel', setting: 'REDIS_SENTINELS', nodes: nodesOf(sentinels) }
  if (cluster !== undefined) return { ...common, kind: 'cluster', setting: 'REDIS_CLUSTER', nodes: nodesOf(cluster) }
  if (given === undefined) return undefined
  return { ...common, kind: 'plain', setting: 'REDIS_URL', nodes: [{ host: given.hostname.replace(/^\[|\]$/g, ''), port: Number(given.port || 6379) }] }
}

const nodesOf = (text: string) =>
  text.split(',').map((node) => {
    const [host = '', port] = node.trim().split(':')
    return { host, port: Number(port) }
  }) as unknown as RedisPlace['nodes']
