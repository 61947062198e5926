import { Kafka, logLevel } from 'kafkajs'
import { createEngineHealth } from '../../src/platform/engine-health.js'
import { openKafka } from '../../src/platform/kafka/open-kafka.js'
import { createRelayRig, type RelayRig } from './relay-rig.js'

const TOPIC = 'rig.happened'

/** The rig of the relay, its events through Kafka. */
export const createKafkaRig = (url: string, brokers: string): Promise<RelayRig> =>
  createRelayRig(url, {
    transport: (platform) => {
      const settings = { brokers: [brokers], isTls: false, login: undefined, replication: 1 }
      const figures = { waiting: async () => [], effects: async () => [] }
      const subscriptions = () => new Map([['rig', [TOPIC]]])
      return openKafka({ platform: { ...platform, engines: createEngineHealth() }, settings, figures, subscriptions, published: () => [TOPIC] }).transport
    },
  })

/** Names of the rig's events on the broker, each once, however often it was sent. */
export async function namesOnBroker(brokers: string, topic = TOPIC): Promise<string[]> {
  const kafka = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  const consumer = kafka.consumer({ groupId: `reader-${process.pid}-${Date.now()}` })
  const names = new Map<string, string>()
  await Promise.all([admin.connect(), consumer.connect()])
  try {
    const end = (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0)
    await consumer.subscribe({ topics: [topic], fromBeginning: true })
    let seen = 0
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          const { event_id, data } = JSON.parse(String(message.value)) as { event_id: string; data: { name: string } }
          names.set(event_id, data.name)
          seen += 1
          if (seen === end) resolve()
        },
      })
    })
    return [...names.values()]
  } finally {
    await consumer.disconnect()
    await admin.disconnect()
  }
}
