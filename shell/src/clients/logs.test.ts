import { expect, test } from 'vitest'
import { entryOf, logQuery } from './logs'

test('the conditions of a list become those of the log search, whole days included', () => {
  const query = logQuery({ search: 'late', level: 'ERROR', from: '2026-11-23', to: '2026-11-24', sort: '-timestamp' })
  expect(query).toEqual({ query: 'late', level: 'ERROR', start_time: new Date(2026, 10, 23).toISOString(), end_time: new Date(2026, 10, 24, 23, 59, 59, 999).toISOString() })
})

test('a line of the stream is an entry, with null for what it lacks', () => {
  const line = JSON.stringify({ timestamp: '2026-11-24T10:00:00.000Z', level: 'INFO', service: 'api-gateway', module: 'request', message: 'GET /', status_code: 200 })
  expect(entryOf(line, 7)).toMatchObject({ id: '7', level: 'INFO', status_code: 200, duration_ms: null, error: null })
})
