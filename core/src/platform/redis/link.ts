import { setTimeout as sleep } from 'node:timers/promises'
import type { RedisPlace } from '../../config/redis-settings.js'
import type { EngineHealth } from '../engine-health.js'
import { connectRedis, type RedisClient } from './client.js'

/** Redis does not answer. */
export class RedisAway extends Error {
  constructor() {
    super('Redis is away.')
  }
}

/** The way to Redis of everything that can do without it for a while. */
export interface RedisLink {
  readonly place: RedisPlace
  /**
   * Runs commands. While Redis is known to be away nothing is tried, so that nobody waits for it.
   * @throws RedisAway
   */
  run<T>(work: (client: RedisClient) => Promise<T>): Promise<T>
  /** True while it answers. */
  isUp(): boolean
  close(): Promise<void>
}

const PROBE_MS = 250
/** A connection that has been silent for so long is given up, should the other end have vanished without a word. */
const SILENT_PROBES = 20
/** Answers of a Redis that is there, but cannot serve: they pass. */
const CANNOT_SERVE = /^(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|MISCONF|OOM|NOAUTH|NOPERM|WRONGPASS|TRYAGAIN|NOREPLICAS)/
const AWAY = 'Redis is away: limits are counted by each instance for itself, lists are read from the database. Log-ins, revocations and changes work as always.'

/** @throws SettingsError where Redis cannot be reached at the start */
export async function openRedisLink(place: RedisPlace, health: EngineHealth): Promise<RedisLink> {
  const client = await connectRedis(place)
  let away: Promise<void> | undefined
  const ending = new AbortController()

  const isServed = (error: unknown): boolean => error instanceof Error && error.name === 'ReplyError' && !CANNOT_SERVE.test(error.message)
  const recover = async (): Promise<void> => {
    for (let silent = 1; !ending.signal.aborted && !(await answers(client)); silent += 1) {
      if (silent % SILENT_PROBES === 0 && client.status === 'ready') client.disconnect(true)
      await sleep(PROBE_MS, undefined, { ref: false })
    }
    away = undefined
    health.report(place.setting, undefined)
  }
  return {
    place,
    isUp: () => away === undefined,
    run: async (work) => {
      if (away) throw new RedisAway()
      try {
        return await work(client)
      } catch (error) {
        if (isServed(error)) throw error
        health.report(place.setting, AWAY)
        away ??= recover()
        throw new RedisAway()
      }
    },
    close: async () => {
      ending.abort()
      client.disconnect()
      await away
    },
  }
}

/** A write, because a Redis that cannot take one is of no use here. */
const answers = (client: RedisClient): Promise<boolean> => client.set('innoerp:probe', '1', 'PX', 1_000).then(() => true, () => false)
