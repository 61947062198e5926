import { expect, test } from 'vitest'
import { ApiError, CLIENT_CODES, type ApiErrorInit } from './api-error.js'
import { errorText, fieldErrors } from './error-text.js'

const t = (key: string, values = {}) => `${key} ${JSON.stringify(values)}`
const error = (init: Partial<ApiErrorInit>) => new ApiError({ status: 400, code: 'X', message: 'From the server', ...init })

test.each([
  [error({}), 'From the server'],
  [error({ status: 412 }), 'error.stale {}'],
  [error({ status: 0, code: CLIENT_CODES.timeout, waited: 10 }), 'error.timeout {"seconds":10}'],
  [error({ status: 0, code: CLIENT_CODES.timeout, waited: 10, uncertain: true }), 'error.timeoutWrite {"seconds":10}'],
  [error({ status: 0, code: CLIENT_CODES.unreachable, uncertain: true }), 'error.unreachableWrite {}'],
  [error({ status: 0, code: CLIENT_CODES.offline }), 'error.offline {}'],
  [error({ status: 502, code: CLIENT_CODES.badAnswer }), 'error.badAnswer {"status":502}'],
  [new TypeError('secret path'), 'error.unexpected {}'],
])('%s', (thrown, text) => {
  expect(errorText(t, thrown)).toBe(text)
})

test('field errors: the first of each field, none of what is no field', () => {
  const details = [{ field: 'title', message: 'Too long' }, { field: 'title', message: 'Second' }, { message: 'Whole form' }]
  expect(fieldErrors(error({ details }))).toEqual({ title: 'Too long' })
  expect(fieldErrors(new Error('x'))).toEqual({})
})
