import type { Cluster, ClusterOptions, Redis, RedisOptions } from 'ioredis'
import type { RedisNode, RedisPlace } from '../../config/redis-settings.js'
import { SettingsError } from '../../config/settings-error.js'

/** A command that is not answered by then has failed. */
export const COMMAND_MS = 500
const CONNECT_MS = 2_000
const START_MS = 8_000
const RETRY_MS = { first: 100, last: 1_000 }

/** Scripts that every client knows by name. */
export interface Scripts {
  /** Counts one more within a fixed window. @returns the count, and the milliseconds until the window ends */
  countInWindow(key: string, windowMs: number): Promise<[number, number]>
}
export type RedisClient = (Redis | Cluster) & Scripts

const COUNT_IN_WINDOW = `local count = redis.call('incr', KEYS[1])
local left = redis.call('pttl', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[1])
  redis.call('pexpire', KEYS[1], left)
end
return {count, left}`

const retryStrategy = (times: number): number => Math.min(RETRY_MS.last, RETRY_MS.first * times)

/** What all connections have in common: nothing waits for a Redis that is away. */
const optionsOf = ({ username, password, isTls }: RedisPlace): RedisOptions => ({
  username,
  password,
  ...(isTls && { tls: {} }),
  connectionName: 'innoerp',
  connectTimeout: CONNECT_MS,
  commandTimeout: COMMAND_MS,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy,
  // A master that was replaced while the connection stood refuses to write.
  reconnectOnError: ({ message }) => (message.startsWith('READONLY') ? 1 : false),
  scripts: { countInWindow: { lua: COUNT_IN_WINDOW, numberOfKeys: 1 } },
})

/** A connection to one node, whatever the node is part of. */
export async function nodeClient(place: RedisPlace, node: RedisNode, more: RedisOptions = {}): Promise<Redis> {
  const { Redis } = await import('ioredis')
  return quiet(new Redis({ ...optionsOf(place), ...node, db: place.database, lazyConnect: true, ...more }))
}

/** The client of a Redis, of the master that Sentinels name, or of a Cluster; it connects when it is told to. */
export async function redisClient(place: RedisPlace, more: RedisOptions = {}): Promise<RedisClient> {
  const options = { ...optionsOf(place), ...more, lazyConnect: true }
  if (place.kind === 'plain') return (await nodeClient(place, place.nodes[0], more)) as unknown as RedisClient
  const { Cluster, Redis } = await import('ioredis')
  if (place.kind === 'cluster') {
    const { lazyConnect, retryStrategy: _ofNodes, ...redisOptions } = options
    const cluster: ClusterOptions = { redisOptions, lazyConnect, clusterRetryStrategy: retryStrategy, enableOfflineQueue: false, scripts: options.scripts, slotsRefreshTimeout: CONNECT_MS }
    return quiet(new Cluster([...place.nodes], cluster)) as unknown as RedisClient
  }
  const sentinels = place.nodes.map((node) => ({ ...node }))
  const { name, database: db, isTls } = place
  return quiet(new Redis({ ...options, sentinels, name, db, failoverDetector: true, enableTLSForSentinelMode: isTls, sentinelRetryStrategy: retryStrategy })) as unknown as RedisClient
}

/** Without a listener an error ends the process; commands report what happened. */
function quiet<T extends Redis | Cluster>(client: T): T {
  client.on('error', () => {})
  return client
}

/**
 * Connects for the first time.
 * @throws SettingsError naming the setting, in one line, within ten seconds
 */
export async function connectRedis(place: RedisPlace): Promise<RedisClient> {
  const client = await redisClient(place)
  let problem = 'nobody answers there'
  client.on('error', ({ message, lastNodeError }: Error & { lastNodeError?: Error }) => (problem = lastNodeError?.message ?? (message || problem)))
  const { setting } = place
  const where = place.nodes.map(({ host, port }) => `${host}:${port}`).join(', ')
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(problem)), START_MS).unref())
  try {
    if (place.kind === 'cluster') await Promise.race([askANode(place), late])
    await Promise.race([firstAnswer(client, () => problem), late])
    return client
  } catch (error) {
    client.disconnect()
    throw new SettingsError(`${setting}: the Redis at ${where} cannot be used: ${reasonOf(error instanceof Error ? error.message : problem)}.`)
  }
}

/** A Cluster's client tells only that no node would have it; a node tells why. */
async function askANode(place: RedisPlace): Promise<void> {
  let problem: unknown
  for (const node of place.nodes) {
    const client = await nodeClient(place, node, { retryStrategy: () => null })
    client.on('error', (error) => (problem = error))
    try {
      await client.connect()
      return void (await client.cluster('INFO'))
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'Connection is closed.') problem = error
    } finally {
      client.disconnect()
    }
  }
  throw problem
}

/** Connected, allowed in, and able to write. */
async function firstAnswer(client: RedisClient, problem: () => string): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    throw new Error(error instanceof Error && error.message !== 'Connection is closed.' ? error.message : problem(), { cause: error })
  }
  await client.set('innoerp:probe', '1', 'PX', 1_000)
}

/** What a person can do something about. */
function reasonOf(message: string): string {
  if (/WRONGPASS|invalid password/i.test(message)) return 'it refuses the user or the password'
  if (/NOAUTH/.test(message)) return 'it wants a password'
  if (/NOPERM/.test(message)) return 'its user may not do what the host needs'
  if (message.startsWith('MOVED')) return 'it is a node of a Cluster, whose nodes REDIS_CLUSTER names'
  if (/cluster support disabled/i.test(message)) return 'it is no Cluster; REDIS_URL names a Redis that stands alone'
  if (/Protocol error|RESP type|timed out/i.test(message)) return 'what answers there does not speak as Redis does'
  return message.split('\n', 1)[0]?.replace(/\.$/, '') ?? 'unknown'
}
