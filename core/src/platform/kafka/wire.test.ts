import type { EventEnvelope } from '@innoerp/sdk/contract'
import { describe, expect, test } from 'vitest'
import { eventOf } from '../events/envelope.js'
import { chunksOf } from './chunks.js'
import { messageOf, problemOf, readMessage } from './wire.js'

const ORGANIZATION = '0193a8f0-0000-7000-8000-000000000001'
const event = (more: Partial<EventEnvelope> = {}): EventEnvelope => ({
  event_id: '0193a8f0-0000-7000-8000-00000000000a',
  event_type: 'rig.happened',
  timestamp: '2026-11-24T09:00:00.000Z',
  organization_id: ORGANIZATION,
  data: { name: 'one' },
  version: 1,
  ...more,
})
const received = (topic: string, value: string, key = ORGANIZATION) => readMessage(topic, { key: Buffer.from(key), value: Buffer.from(value) })

describe('an event on the wire', () => {
  test('comes out as it went in, keyed by its organization', () => {
    const { key, value, headers } = messageOf(event())
    expect(key).toBe(ORGANIZATION)
    expect(headers).toEqual({ event_id: event().event_id, version: '1' })
    expect(received('rig.happened', value)).toEqual({ event: event() })
  })
  test.each([
    { what: 'no JSON', value: '{', problem: 'no JSON' },
    { what: 'no event', value: '{"name":"x"}', problem: 'event_id' },
    { what: 'of another topic', topic: 'rig.other', problem: 'topic rig.happened' },
    { what: 'under the key of another organization', key: '0193a8f0-0000-7000-8000-000000000002', problem: 'key' },
    { what: 'of core, with data that its schema does not know', topic: 'module.enabled', value: JSON.stringify(event({ event_type: 'module.enabled' })), problem: '/data' },
  ])('is refused: $what', ({ topic = 'rig.happened', value = JSON.stringify(event()), key, problem }) => {
    expect(received(topic, value, key)).toEqual({ problem: expect.stringContaining(problem) })
  })
  test('of core is taken where its data is as its schema says', () => {
    expect(problemOf(event({ event_type: 'module.enabled', data: { organization_id: ORGANIZATION, by: ORGANIZATION, module_id: 'crm' } }))).toBeUndefined()
  })
})

describe('events that leave together', () => {
  test('are cut by their bytes, in their order; what is not as its schema says stays behind', () => {
    const large = Array.from({ length: 5 }, (_, n) => eventOf(event({ data: { n, text: 'x'.repeat(200_000) } })))
    const bad = eventOf(event({ version: 0 }))
    const refused: string[] = []
    const chunks = chunksOf([...large.slice(0, 2), bad, ...large.slice(2)], (_event, problem) => refused.push(problem))
    expect(chunks.map(({ events }) => events.map(({ data }) => data.n))).toEqual([[0, 1], [2, 3], [4]])
    expect(refused).toEqual([expect.stringContaining('/version')])
  })
})
