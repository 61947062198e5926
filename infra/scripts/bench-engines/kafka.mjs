// The way of events from the outbox to a consumer, beside a bare kafkajs producer with the same messages, batches and acks.
import { openEventRig } from '@innoerp/core/testing'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEngine } from '../../local/start.mjs'
import { median } from '../bench/figures.mjs'
import { bareProducer } from './kafka-bare.mjs'

const EVENTS = 20_000
const ROUNDS = 5
/** As the relay reads them. */
const BATCH = 500
const SINGLE = 150
const APART_MS = 120
const JOIN_MS = 15_000
const BAR = { min: 0.6 }

/** @param {ReturnType<import('../bench/figures.mjs').createFigures>} figures */
export async function kafka(figures) {
  const broker = await startEngine('kafka', { port: 0 })
  const rig = await openEventRig(broker.url)
  try {
    await throughput(figures, { broker, rig })
    await latency(figures, rig)
  } finally {
    await rig.close()
    await broker.stop()
  }
}

/** Both send the same events by turns; the relay reads them from the outbox and deletes what was acknowledged besides. */
async function throughput(figures, { broker, rig }) {
  const bare = await bareProducer(broker.url)
  const rates = { bare: [], relay: [] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    await rig.fill(EVENTS)
    const relay = await rate(EVENTS, rig.drain)
    const messages = rig.left()
    const batches = Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, n) => messages.slice(n * BATCH, (n + 1) * BATCH))
    const plain = await rate(messages.length, () => bare.send(batches))
    if (round === 0) continue // connections, topics, code that is compiled
    rates.relay.push(relay)
    rates.bare.push(plain)
  }
  await bare.close()
  figures.add({ name: 'kafka bare producer', value: median(rates.bare), unit: 'ev/s', span: span(rates.bare) })
  figures.add({ name: 'kafka outbox to broker', value: median(rates.relay), unit: 'ev/s', span: span(rates.relay), ratio: median(rates.relay) / median(rates.bare), bar: BAR })
}

/** From the commit of one event until its consumer is called; one after the other. */
async function latency(figures, rig) {
  const taken = await rig.consume()
  await sleep(JOIN_MS) // it joins, and goes past what is there
  for (let n = 0; n < SINGLE; n += 1) {
    await rig.publish()
    await sleep(APART_MS)
  }
  while (taken.length < SINGLE) await sleep(50)
  const sorted = taken.toSorted((a, b) => a - b)
  figures.add({ name: 'kafka commit to consumer p50', value: median(sorted), unit: 'ms' })
  figures.add({ name: 'kafka commit to consumer p99', value: sorted[Math.floor(sorted.length * 0.99)], unit: 'ms' })
}

async function rate(count, work) {
  const began = performance.now()
  await work()
  return (count / (performance.now() - began)) * 1_000
}

const span = (values) => `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`
