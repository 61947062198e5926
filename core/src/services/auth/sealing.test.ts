import { expect, test } from 'vitest'
import { createSealer } from './sealing.js'

const sealer = createSealer('a secret key', 'tests')

test('what was sealed comes back, and never looks the same twice', () => {
  const [one, two] = [sealer.seal('grüße', 'row 1'), sealer.seal('grüße', 'row 1')]
  expect(one).not.toBe(two)
  expect([one, two].map((sealed) => sealer.unseal(sealed, 'row 1'))).toEqual(['grüße', 'grüße'])
})

test('another key, another purpose, another row and a changed byte are refused', () => {
  const sealed = sealer.seal('text', 'row 1')
  const bytes = Buffer.from(sealed, 'base64url')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  expect(() => createSealer('another key', 'tests').unseal(sealed, 'row 1')).toThrow('unable to authenticate data')
  expect(() => createSealer('a secret key', 'else').unseal(sealed, 'row 1')).toThrow('unable to authenticate data')
  expect(() => sealer.unseal(sealed, 'row 2')).toThrow('unable to authenticate data')
  expect(() => sealer.unseal(bytes.toString('base64url'), 'row 1')).toThrow('unable to authenticate data')
})
