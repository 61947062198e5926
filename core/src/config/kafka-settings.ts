import { Type, type Static } from '@sinclair/typebox'
import { SettingsError } from './settings-error.js'

const BROKER = '(\\[[0-9A-Fa-f:]+\\]|[A-Za-z0-9._-]+):\\d{1,5}'
const MECHANISMS = ['scram-sha-512', 'scram-sha-256', 'plain'] as const

/** Of a broker of events; without KAFKA_BROKERS events are delivered in this process. */
export const kafkaSettings = {
  KAFKA_BROKERS: Type.Optional(Type.String({ pattern: `^${BROKER}(\\s*,\\s*${BROKER})*$`, maxLength: 2_000, description: 'Kafka brokers as host:port, parted by commas; absent: events are delivered in-process' })),
  KAFKA_TLS: Type.Union([Type.Literal('on'), Type.Literal('off')], { default: 'off', description: 'TLS to the brokers; a private authority’s certificate goes into NODE_EXTRA_CA_CERTS' }),
  KAFKA_USERNAME: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  KAFKA_PASSWORD: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  KAFKA_SASL: Type.Union(MECHANISMS.map((name) => Type.Literal(name)), { default: 'scram-sha-512', description: 'How KAFKA_USERNAME signs in; plain only over TLS' }),
  KAFKA_REPLICATION: Type.Integer({ minimum: 1, maximum: 9, default: 1, description: 'Copies of each topic that the host creates; with 3 and more a write needs two of them' }),
}
const Kafka = Type.Object(kafkaSettings)

export interface KafkaSettings {
  brokers: readonly string[]
  isTls: boolean
  login: { mechanism: (typeof MECHANISMS)[number]; username: string; password: string } | undefined
  replication: number
}

/** @throws SettingsError naming the setting that is missing or wrong */
export function kafkaOf(s: Static<typeof Kafka>): KafkaSettings | undefined {
  if (!s.KAFKA_BROKERS) return undefined
  const brokers = s.KAFKA_BROKERS.split(',').map((broker) => broker.trim())
  const wrong = brokers.find((broker) => !isPort(broker.slice(broker.lastIndexOf(':') + 1)))
  if (wrong) throw new SettingsError(`The settings cannot be used. KAFKA_BROKERS: ${wrong} has no port between 1 and 65535.`)
  return { brokers, isTls: s.KAFKA_TLS === 'on', login: loginOf(s), replication: s.KAFKA_REPLICATION }
}

const isPort = (text: string): boolean => Number(text) >= 1 && Number(text) <= 65_535

function loginOf({ KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_SASL: mechanism, KAFKA_TLS: tls }: Static<typeof Kafka>): KafkaSettings['login'] {
  if (!username && !password) return undefined
  if (!username || !password) throw new SettingsError('The settings cannot be used. KAFKA_USERNAME and KAFKA_PASSWORD go together.')
  if (mechanism === 'plain' && tls === 'off') throw new SettingsError('The settings cannot be used. KAFKA_SASL=plain would send the password in the clear: set KAFKA_TLS=on.')
  return { mechanism, username, password }
}
