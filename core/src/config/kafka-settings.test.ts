import { describe, expect, test } from 'vitest'
import { loadConfig } from './config.js'

const kafkaOf = (env: Record<string, string>) => loadConfig(env, { home: '/tmp' }).kafka

describe('settings of Kafka', () => {
  test('are none unless brokers are named', () => {
    expect(kafkaOf({})).toBeUndefined()
    expect(kafkaOf({ KAFKA_BROKERS: 'one:9092, [::1]:9093' })).toEqual({ brokers: ['one:9092', '[::1]:9093'], isTls: false, login: undefined, replication: 1 })
    expect(kafkaOf({ KAFKA_BROKERS: 'one:9092', KAFKA_TLS: 'on', KAFKA_USERNAME: 'u', KAFKA_PASSWORD: 'p', KAFKA_REPLICATION: '3' })).toEqual({
      brokers: ['one:9092'],
      isTls: true,
      login: { mechanism: 'scram-sha-512', username: 'u', password: 'p' },
      replication: 3,
    })
  })
  test.each([
    [{ KAFKA_BROKERS: 'nonsense' }, /KAFKA_BROKERS/],
    [{ KAFKA_BROKERS: 'http://one:9092' }, /KAFKA_BROKERS/],
    [{ KAFKA_BROKERS: 'one:99999' }, /KAFKA_BROKERS: one:99999/],
    [{ KAFKA_BROKERS: 'one:9092', KAFKA_USERNAME: 'u' }, /KAFKA_USERNAME and KAFKA_PASSWORD/],
    [{ KAFKA_BROKERS: 'one:9092', KAFKA_USERNAME: 'u', KAFKA_PASSWORD: 'p', KAFKA_SASL: 'plain' }, /KAFKA_SASL=plain/],
    [{ KAFKA_BROKERS: 'one:9092', KAFKA_REPLICATION: '0' }, /KAFKA_REPLICATION/],
  ])('that cannot be meant stop the start by name: %j', (env, message) => {
    expect(() => kafkaOf(env)).toThrow(message)
  })
})
