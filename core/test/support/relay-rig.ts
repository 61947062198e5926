import { bind, Transaction } from '@innoerp/sdk/server'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { allMigrations } from '../../src/app.js'
import { loadConfig } from '../../src/config/config.js'
import { channelName, openBus } from '../../src/platform/bus.js'
import { notifyChannel } from '../../src/platform/database/notify-channel.js'
import { openDatabase } from '../../src/platform/database/database.js'
import { outboxStatement } from '../../src/platform/events/core-events.js'
import type { OutboxEvent } from '../../src/platform/events/outbox.js'
import { createRelay } from '../../src/platform/events/relay.js'
import type { Delivery, OpenTransport } from '../../src/platform/events/transport.js'
import type { Platform } from '../../src/platform/platform.js'
import { LogFiles } from '../../src/platform/logging/log-files.js'

export const ORGANIZATION = '0193a8f0-0000-7000-8000-000000000001'
const RECORD = 'insert into platform.inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning 1 as is_new'

export interface Letter {
  event_id: string
  consumer: string
  attempts: number
  error: string
}
export type RelayRig = Awaited<ReturnType<typeof createRelayRig>>

export interface RigOptions {
  start?: boolean
  /** In-process unless told. */
  transport?: (platform: Pick<Platform, 'database' | 'bus' | 'logs'>) => OpenTransport
}

/** Outbox, relay and one consumer that writes what it got into a table, in the transaction of its record. */
export async function createRelayRig(url: string, { start = true, transport }: RigOptions = {}) {
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-relay-'))
  const config = loadConfig({ DATABASE_URL: url }, { home })
  const database = await openDatabase(config, { secretKey: 'a secret of the relay test', migrations: await allMigrations() })
  const owner = await database.connectAsOwner()
  await owner.query(`create table if not exists public.effects (at bigint generated always as identity, name text);
    grant insert, select on public.effects to "${database.roles.app}"; grant usage on schema public to "${database.roles.app}";
    grant select, insert on platform.inbox to "${database.roles.app}"`)
  const bus = await openBus([notifyChannel(database, channelName('the secret of a test'))])
  const logs = new LogFiles({ home, debug: false })
  const scope = { role: database.roles.app, organizationId: ORGANIZATION }
  let poison: string | undefined
  let afterEffect = async (): Promise<void> => {}

  const deliveriesOf = (event: OutboxEvent): Delivery[] => {
    const run = async () => {
      const name = String(event.data.name)
      const transaction = new Transaction(database.pool, scope)
      const [recorded] = await transaction.run([bind(RECORD, ['rig', event.event_id])])
      if (recorded?.rows.length) await transaction.run([bind('insert into public.effects (name) values ($1)', [name])])
      if (name === poison) {
        await transaction.rollback()
        throw new Error(`cannot take ${name}`)
      }
      await transaction.commit()
      await afterEffect()
    }
    return [{ consumer: 'rig', run }]
  }
  const relay = createRelay({ platform: { database, bus, logs }, deliveriesOf, ...(transport && { transport: transport({ database, bus, logs }) }) })
  if (start) await relay.start()

  return {
    relay,
    /** Publishes in a transaction of its own. */
    publish: async (name: string, { rollBack = false }: { rollBack?: boolean } = {}) => {
      const transaction = new Transaction(database.pool, scope)
      transaction.afterCommit(() => relay.wake())
      await transaction.run([outboxStatement({ topic: 'rig.happened', version: 1, organization_id: ORGANIZATION, aggregate_id: randomUUID(), data: { name } })])
      await (rollBack ? transaction.rollback() : transaction.commit())
    },
    /** What runs after an effect was committed and before the event is marked as sent. */
    onEffect: (callback: () => Promise<void>) => void (afterEffect = callback),
    failOn: (name: string | undefined) => void (poison = name),
    drained: async () => {
      for (let waited = 0; waited < 20_000; waited += 20) {
        const { rows } = await owner.query<{ left: string }>('select count(*) as left from platform.outbox')
        if (Number(rows[0]?.left) === 0) return
        await sleep(20)
      }
      throw new Error('the outbox did not empty')
    },
    effects: async () => (await owner.query<{ name: string }>('select name from public.effects order by at')).rows.map((row) => row.name),
    deadLetters: async () => (await owner.query<Letter>('select event_id, consumer, attempts, error from platform.dead_letters')).rows,
    replay: async (letter: Letter | undefined) => {
      if (letter) await relay.replay(letter)
    },
    reset: async () => {
      poison = undefined
      await owner.query('truncate public.effects, platform.outbox, platform.inbox, platform.dead_letters')
    },
    close: async () => {
      await relay.stop()
      await bus.close()
      await owner.end()
      await database.close()
      await logs.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
