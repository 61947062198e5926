import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { EachMessagePayload, TopicMessages } from 'kafkajs'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import type { GivenUp, Outbox, OutboxEvent } from '../events/outbox.js'
import type { Delivery } from '../events/transport.js'
import { createTaker, Unfinished } from './taker.js'
import { messageOf } from './wire.js'

const EVENT: EventEnvelope = {
  event_id: '0193a8f0-0000-7000-8000-00000000000a',
  event_type: 'rig.happened',
  timestamp: '2026-11-24T09:00:00.000Z',
  organization_id: '0193a8f0-0000-7000-8000-000000000001',
  data: { name: 'one' },
  version: 1,
}

/** A taker over what a test gives; what it gave up is in `buried` and `sent`. */
function rig(delivery: Omit<Delivery, 'consumer'>, { isDatabaseUp = () => true }: { isDatabaseUp?: () => boolean } = {}) {
  const buried: (GivenUp & { event_id: string })[] = []
  const sent: TopicMessages[] = []
  const bury = async (event: OutboxEvent, givenUp: GivenUp) => void buried.push({ event_id: event.event_id, ...givenUp })
  const take = createTaker({
    outbox: { bury } as unknown as Outbox,
    log: pino({ level: 'silent' }),
    deliveriesOf: () => [{ consumer: 'other', run: () => Promise.reject(new Error('not asked for')) }, { consumer: 'rig', ...delivery }],
    onLeft: () => {},
    isStopped: () => false,
    publisher: { send: async (batch) => void sent.push(...batch), close: async () => {} },
    isDatabaseUp: async () => isDatabaseUp(),
  })
  const run = (value = messageOf(EVENT).value, isRunning = () => true) => {
    const message = { key: Buffer.from(EVENT.organization_id), value: Buffer.from(value), headers: { event_id: EVENT.event_id } }
    return take('rig', { topic: EVENT.event_type, message: message as unknown as EachMessagePayload['message'], heartbeat: async () => {} }, isRunning)
  }
  return { run, buried, sent }
}

describe('a message for one consumer', () => {
  test('has its effect, and nothing is given up', async () => {
    let effects = 0
    const { run, buried } = rig({ run: async () => void (effects += 1) })
    await run()
    expect({ effects, buried }).toEqual({ effects: 1, buried: [] })
  })
  test('from before the organization had the consumer is passed over', async () => {
    const { run, buried } = rig({ since: '2026-11-24T09:00:00.001+00:00', run: () => Promise.reject(new Error('too early')) })
    await run()
    expect(buried).toEqual([])
  })
  test('that fails goes to table and topic of dead letters after five tries', async () => {
    let tries = 0
    const { run, buried, sent } = rig({
      run: async () => {
        tries += 1
        throw new Error('cannot')
      },
    })
    await run()
    expect(tries).toBe(5)
    expect(buried).toEqual([{ event_id: EVENT.event_id, consumer: 'rig', attempts: 5, error: 'cannot' }])
    expect(sent).toMatchObject([{ topic: 'rig.happened.dlq', messages: [{ headers: { event_id: EVENT.event_id, consumer: 'rig', attempts: '5', error: 'cannot' } }] }])
  })
  test('is not to blame while the database is away: no try counts', async () => {
    let tries = 0
    const { run, buried } = rig(
      {
        run: async () => {
          tries += 1
          if (tries < 3) throw new Error('no database')
        },
      },
      { isDatabaseUp: () => false },
    )
    await run()
    expect({ tries, buried }).toEqual({ tries: 3, buried: [] })
  })
  test('that is no event goes to the dead topic alone', async () => {
    const { run, buried, sent } = rig({ run: () => Promise.reject(new Error('not asked for')) })
    await run('no event')
    expect(buried).toEqual([])
    expect(sent).toMatchObject([{ topic: 'rig.happened.dlq', messages: [{ headers: { error: 'It is no JSON.' } }] }])
  })
  test('whose group is left between two tries is not done', async () => {
    const { run, buried } = rig({ run: () => Promise.reject(new Error('cannot')) })
    await expect(run(undefined, () => false)).rejects.toBeInstanceOf(Unfinished)
    expect(buried).toEqual([])
  })
})
