import { expect, test } from 'vitest'
import { toRecord } from './record.js'

const ID = '0192d1a5-7c1e-7a54-9f3e-0a7b1c2d3e4f'

test('keeps the fields of the document and puts the rest apart', () => {
  expect(toRecord({ action: 'mail', organization_id: ID, duration_ms: 1.5, attempts: 3, absent: undefined })).toEqual({ action: 'mail', organization_id: ID, duration_ms: 1.5, metadata: { attempts: 3 } })
})

test('a field of another type than the stores have is no field', () => {
  expect(toRecord({ user_id: 'nobody', status_code: '200', duration_ms: Number.NaN, path: 7 })).toEqual({ metadata: { user_id: 'nobody', status_code: '200', duration_ms: Number.NaN, path: 7 } })
})

test('names that the logger writes itself are never written twice', () => {
  expect(toRecord({ module: 'crm@1.0.0', service: 'x', level: 'x', timestamp: 'x', message: 'x' })).toEqual({ metadata: { module: 'crm@1.0.0', service: 'x', level: 'x', timestamp: 'x', message: 'x' } })
})

test('errors have one shape, whatever was thrown', () => {
  const { error } = toRecord({ err: Object.assign(new TypeError('no luck'), { code: 'E1', detail: 'a row of somebody' }) })
  expect(error).toEqual({ type: 'TypeError', message: 'no luck', code: 'E1', stack: expect.stringContaining('TypeError: no luck') })
  expect(toRecord({ err: { type: 'TypeError', message: 'no luck', stack: 'TypeError: no luck\n at x', raw: {} } })).toEqual({ error: { type: 'TypeError', message: 'no luck', stack: 'TypeError: no luck\n at x' } })
  expect(toRecord({ error: 'no luck' })).toEqual({ error: { message: 'no luck' } })
  expect(toRecord({ error: { reason: 1 } })).toEqual({ error: { message: '{"reason":1}' } })
})
