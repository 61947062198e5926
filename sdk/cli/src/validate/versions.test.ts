import { expect, test } from 'vitest'
import { mayBreak, newestBefore } from './versions.js'

test.each([
  ['1.2.0', ['1.0.0', '1.1.0', '1.10.0', '1.2.0'], '1.1.0'],
  ['1.11.0', ['1.9.0', '1.10.0'], '1.10.0'],
  ['2.0.0', ['2.0.0-beta.1', '1.0.0'], '1.0.0'],
  ['2.0.0-beta.2', ['2.0.0', '1.0.0'], '2.0.0'],
  ['1.0.0', ['1.0.0'], undefined],
  ['1.0.0', [], undefined],
])('before %s of %j came %s', (version, published, before) => {
  expect(newestBefore(version, published)).toBe(before)
})

test.each([
  ['1.0.0', '2.0.0', true],
  ['1.0.0', '1.9.0', false],
  ['0.1.0', '0.2.0', true],
  ['0.1.0', '0.1.1', false],
])('%s to %s may break: %s', (from, to, expected) => {
  expect(mayBreak(from, to)).toBe(expected)
})
