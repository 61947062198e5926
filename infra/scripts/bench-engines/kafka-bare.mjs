import { Kafka, logLevel } from 'kafkajs'

const TOPIC = 'bench.bare'

/** A producer with the settings of ours and nothing around it. */
export async function bareProducer(brokers) {
  const kafka = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 6 }], waitForLeaders: true })
  await admin.disconnect()
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 })
  await producer.connect()
  return {
    /** @param {{key: string, value: string, headers: object}[][]} batches sent one after the other */
    send: async (batches) => {
      for (const messages of batches) await producer.sendBatch({ acks: -1, topicMessages: [{ topic: TOPIC, messages }] })
    },
    close: () => producer.disconnect(),
  }
}
