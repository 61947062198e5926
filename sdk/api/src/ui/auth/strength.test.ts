import { expect, test } from 'vitest'
import { strengthOf } from './strength.js'

test.each([
  ['', 0],
  ['Kurz1!x', 0],
  ['aaaaaaaaaaaaaaaa', 1],
  ['Password2026!', 1],
  ['hartmann2026', 1],
  ['gzkwpqvb', 1],
  ['gzkW7qv!', 2],
  ['drei blaue Kräne am Kai', 3],
  ['Drei blaue Kräne, 2 rote', 4],
] as const)('%s → %i', (password, strength) => {
  expect(strengthOf(password, ['Hartmann', 'io'])).toBe(strength)
})
