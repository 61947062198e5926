import { join } from 'node:path'

/** One copy of everything, few partitions of its own topics, and a broker that is missed after two seconds. */
const SMALL = {
  'offsets.topic.num.partitions': 4,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  'log.cleaner.dedupe.buffer.size': 8_388_608,
  'broker.session.timeout.ms': 2_000,
  'broker.heartbeat.interval.ms': 500,
  // Whoever needs a topic creates it, with the settings that it needs.
  'auto.create.topics.enable': false,
}

/** What a broker on this machine's loopback is started with, as Java properties. */
export function serverProperties({ folder, ports, withUsers }) {
  const protocol = withUsers ? 'SASL_PLAINTEXT' : 'PLAINTEXT'
  const scram = { 'sasl.enabled.mechanisms': 'SCRAM-SHA-512', 'listener.name.broker.scram-sha-512.sasl.jaas.config': 'org.apache.kafka.common.security.scram.ScramLoginModule required;' }
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'INNER',
    'listener.security.protocol.map': `BROKER:${protocol},INNER:PLAINTEXT,CONTROLLER:PLAINTEXT`,
    listeners: `BROKER://127.0.0.1:${ports.kafka},INNER://127.0.0.1:${ports.inner},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `BROKER://127.0.0.1:${ports.kafka},INNER://127.0.0.1:${ports.inner}`,
    'log.dirs': join(folder, 'data'),
    ...SMALL,
    ...(withUsers && scram),
  }
  return Object.entries(properties).map(([key, value]) => `${key}=${value}\n`).join('')
}
