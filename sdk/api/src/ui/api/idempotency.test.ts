import { expect, test } from 'vitest'
import { createKeyring, randomUuid } from './idempotency.js'

test('random UUIDs have version 4 and the variant of RFC 9562', () => {
  const made = Array.from({ length: 50 }, randomUuid)
  for (const uuid of made) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(made).size).toBe(50)
})

test('the same content keeps its key until it is saved; other content gets its own', () => {
  let count = 0
  const keyring = createKeyring(() => `k${++count}`)
  expect(keyring.keyFor({ title: 'a' })).toBe('k1')
  expect(keyring.keyFor({ title: 'a' })).toBe('k1')
  expect(keyring.keyFor({ title: 'b' })).toBe('k2')
  keyring.settle()
  expect(keyring.keyFor({ title: 'b' })).toBe('k3')
})
