// Publishes one event and stops at a point between its change and its delivery, to be killed there.
// The compiled host is used, as a process of its own would.
import { bind, Transaction } from '@innoerp/sdk/server'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadConfig } from '../../dist/config/config.js'
import { createEngineHealth } from '../../dist/platform/engine-health.js'
import { openKafka } from '../../dist/platform/kafka/open-kafka.js'
import { channelName, openBus } from '../../dist/platform/bus.js'
import { openDatabase } from '../../dist/platform/database/database.js'
import { notifyChannel } from '../../dist/platform/database/notify-channel.js'
import { outboxStatement } from '../../dist/platform/events/core-events.js'
import { createRelay } from '../../dist/platform/events/relay.js'
import { LogFiles } from '../../dist/platform/logging/log-files.js'

const ORGANIZATION = '0193a8f0-0000-7000-8000-000000000001'
const TOPIC = 'rig.happened'
const [, , url, point, name, brokers] = process.argv
const config = loadConfig({ DATABASE_URL: url, ...(brokers && { KAFKA_BROKERS: brokers }) }, { home: '/tmp' })
const database = await openDatabase(config, { secretKey: 'a secret of the relay test', migrations: [] })
const scope = { role: database.roles.app, organizationId: ORGANIZATION }
const stopHere = async () => {
  console.log('at the point')
  await sleep(60_000)
}

const transaction = new Transaction(database.pool, scope)
await transaction.run([outboxStatement({ topic: TOPIC, version: 1, organization_id: ORGANIZATION, data: { name } })])
if (point === 'before-commit') await stopHere()
await transaction.commit()
console.log('committed')
if (point === 'after-commit') await stopHere()

const deliveriesOf = (event) => [
  {
    consumer: 'rig',
    run: async () => {
      const effect = new Transaction(database.pool, scope)
      const [recorded] = await effect.run([bind('insert into platform.inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning 1 as is_new', ['rig', event.event_id])])
      if (recorded.rows.length > 0) await effect.run([bind('insert into public.effects (name) values ($1)', [event.data.name])])
      await effect.commit()
      // What earlier processes left undone comes first.
      if (event.data.name === name) await stopHere()
    },
  },
]
const platform = { database, bus: await openBus([notifyChannel(database, channelName('a secret of the relay test'))]), logs: new LogFiles({ home: '/tmp/innoerp-crash-logs', debug: false }), engines: createEngineHealth() }
const throughKafka = () => {
  const subscriptions = () => new Map(point === 'after-effect' ? [['rig', [TOPIC]]] : [])
  const { transport } = openKafka({ platform, settings: config.kafka, figures: {}, subscriptions, published: () => [TOPIC] })
  return (parts) => transport(point === 'after-publish' ? { ...parts, outbox: { ...parts.outbox, sent: stopHere } } : parts)
}
const relay = createRelay({ platform, deliveriesOf, ...(config.kafka && { transport: throughKafka() }) })
await relay.start()
await sleep(60_000)
