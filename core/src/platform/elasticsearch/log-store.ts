import type { Client } from '@elastic/elasticsearch'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElasticsearchSettings } from '../../config/log-settings.js'
import type { EngineHealth } from '../engine-health.js'
import type { Leader } from '../events/leader.js'
import { logErrors } from '../logging/errors.js'
import type { LogFiles } from '../logging/log-files.js'
import type { LogStore } from '../logging/log-store.js'
import { createPump, type Pump } from '../logging/pump.js'
import { answers, createClient } from './client.js'
import { forgetOrganization } from './forget.js'
import { createFollower } from './log-follower.js'
import { deleteOldIndices, putLifecycle } from './log-retention.js'
import { logSearch } from './log-search.js'
import { putLogTemplate } from './log-template.js'
import { writeBatch } from './log-writer.js'

const LOOK_MS = 5_000
const KEEP_MS = 3_600_000
const AWAY = 'Elasticsearch does not answer: the log cannot be searched; its records wait in memory, and stand in the files.'

export interface ElasticsearchLogOptions {
  settings: ElasticsearchSettings
  logs: LogFiles
  engines: EngineHealth
  /** Who of all instances deletes what is old. */
  leader: Leader
  days: number
}

/**
 * The log in Elasticsearch. Where nobody answers at the start, or later, the host goes on, searches answer 503, and it is tried again.
 * @throws SettingsError for what waiting does not mend
 */
export async function openElasticsearchLogStore(options: ElasticsearchLogOptions): Promise<LogStore> {
  const { settings, logs, engines } = options
  const client = createClient(settings.url)
  const log = logs.logger('platform', 'logs')
  const keeper = createKeeper(client, options)
  let isWell = false
  const judge = (well: boolean): boolean => {
    isWell = well
    engines.report('ELASTICSEARCH_URL', well ? undefined : AWAY)
    return well
  }
  const look = async (): Promise<boolean> => judge(await keeper.prepare())
  await answers(client)
  await look()
  const write = async (batch: Parameters<typeof writeBatch>[1]): Promise<boolean> => {
    if (!isWell) return false
    try {
      const refused = await writeBatch(client, batch)
      if (refused > 0) log.warn({ action: 'log_store' }, `Elasticsearch refused ${refused} records for good; the files have them`)
      return true
    } catch {
      return judge(false)
    }
  }
  const onLost = (count: number) => log.warn({ action: 'log_store' }, `${count} records came while Elasticsearch was away and found no room to wait; the files have them`)
  const pump: Pump | undefined = settings.isBrought ? undefined : createPump({ logs, write, onLost })
  const stop = repeat(LOOK_MS, look)
  /** Who asks while it is known that nobody answers need not wait. */
  const asked = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    if (!isWell) throw logErrors.SEARCH_DOWN({ retryAfter: LOOK_MS / 1_000 })
    return ask(...args)
  }
  const { search, statistics, errors } = logSearch(client)
  return {
    search: asked(search),
    statistics: asked(statistics),
    errors: asked(errors),
    ...createFollower(client),
    isWell: () => isWell,
    forget: asked(async (organizationId: string) => {
      await pump?.flush()
      return forgetOrganization(client, organizationId)
    }),
    close: async () => {
      await stop()
      await pump?.close()
      await client.close()
    },
  }
}

/** What must be there before the first record: the template; and once an hour the end of what is old. */
function createKeeper(client: Client, { days, leader, logs }: ElasticsearchLogOptions): { prepare(): Promise<boolean> } {
  let keptAt = 0
  let state: 'new' | 'prepared' | 'away' = 'new'
  const keep = async (): Promise<void> => {
    const policy = await putLifecycle(client, days)
    await putLogTemplate(client, { policy })
    keptAt = Date.now()
    if (policy || !(await leader.lead())) return
    await deleteOldIndices(client, { days }).finally(() => leader.resign())
  }
  return {
    prepare: async () => {
      try {
        await client.ping()
        // A cluster that was away may have been made anew.
        if (state !== 'prepared' || Date.now() - keptAt > KEEP_MS) await keep()
        state = 'prepared'
        return true
      } catch (error) {
        if (state !== 'away') logs.logger('platform', 'logs').warn({ action: 'log_store', err: error }, 'Elasticsearch does not answer; it is tried again')
        state = 'away'
        return false
      }
    },
  }
}

/** Does it again and again, with a pause; the returned function waits for the last turn. */
function repeat(ms: number, work: () => Promise<unknown>): () => Promise<void> {
  const ended = new AbortController()
  const turns = (async () => {
    while (!ended.signal.aborted) {
      await sleep(ms, undefined, { signal: ended.signal, ref: false }).catch(() => {})
      if (!ended.signal.aborted) await work()
    }
  })()
  return async () => {
    ended.abort()
    await turns
  }
}
