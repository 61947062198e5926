import { expect, test } from 'vitest'
import { loadConfig } from './config.js'

const load = (env: Record<string, string>) => loadConfig(env, { home: '/tmp/innoerp-settings' })

test('records have one way to Elasticsearch', () => {
  const url = 'http://elasticsearch:9200'
  expect(load({}).elasticsearch).toBeUndefined()
  expect(load({ ELASTICSEARCH_URL: url }).elasticsearch).toEqual({ url, isBrought: false })
  expect(load({ ELASTICSEARCH_URL: url, INNOERP_LOG_TAILED: 'true' }).elasticsearch?.isBrought).toBe(true)
  expect(load({ ELASTICSEARCH_URL: url, FLUENTD_URL: 'fluent://fluentd' })).toMatchObject({ elasticsearch: { isBrought: true }, fluentd: { host: 'fluentd', port: 24_224 } })
  expect(() => load({ INNOERP_LOG_TAILED: 'true', FLUENTD_URL: 'fluent://fluentd:24224' })).toThrow(/FLUENTD_URL .* INNOERP_LOG_TAILED/)
})

test('what is no address of the kind is refused by its name', () => {
  for (const [name, value] of [['ELASTICSEARCH_URL', 'elasticsearch:9200'], ['FLUENTD_URL', 'http://fluentd'], ['INNOERP_LOG_RETENTION_DAYS', '0']] as const) {
    expect(() => load({ [name]: value })).toThrow(name)
  }
})
