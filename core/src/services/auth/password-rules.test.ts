import { expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.js'
import { weaknessOf } from './password-rules.js'

const owner = { email: 'margaret@acme.example' }

test.each([
  'password', 'Passw0rd', 'P@ssw0rd!', 'Password2026', 'Summer2026!', 'qwertyuiop', 'QwErTy123', 'iloveyou', '123password', 'monkey123',
])('%s is one of those tried first', (password) => {
  expect(weaknessOf(password, owner)).toMatch(/tried first|neighbouring/)
})

test.each([
  ['aaaaaaaaaa', /repeated/],
  ['abababababab', /repeated/],
  ['xyzxyzxyzxyz', /repeated/],
  ['23456789', /neighbouring|tried first/],
  ['hgfedcba', /neighbouring/],
  ['lkjhgfdsa', /neighbouring/],
  ['my-margaret-1987', /e-mail/],
  ['margaret@acme.example', /e-mail/],
])('%s is easy to guess', (password, reason) => {
  expect(weaknessOf(password, owner)).toMatch(reason)
})

test.each([
  'Corr3ct-horse-battery', 'correct horse battery staple', 'Zwölf Boxkämpfer jagen', 'kx7#mQ2!vbTz', '日本語のパスワードです',
  'only lower case but long',
])('%s is good, without any rule about kinds of characters', (password) => {
  expect(weaknessOf(password, owner)).toBeUndefined()
})

test('a short local part of an address forbids nothing', () => {
  expect(weaknessOf('ananas-und-balken', { email: 'an@acme.example' })).toBeUndefined()
})

test('the list holds what the length alone would let through, in lower case', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(500)
  expect([...COMMON_PASSWORDS].filter((word) => word !== word.toLowerCase())).toEqual([])
})
