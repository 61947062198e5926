import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyIdOf } from './index.js'

test('the two halves of a key are named alike, and differently from other keys', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  expect(keyIdOf(publicKey)).toMatch(/^[0-9a-f]{16}$/)
  expect(keyIdOf(privateKey)).toBe(keyIdOf(publicKey))
  expect(keyIdOf(generateKeyPairSync('ed25519').publicKey)).not.toBe(keyIdOf(publicKey))
})

test('keys of other kinds are refused', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  expect(() => keyIdOf(privateKey)).toThrow(expect.objectContaining({ code: 'PACKAGE_NO_KEY' }))
})
