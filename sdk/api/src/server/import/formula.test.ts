import { expect, test } from 'vitest'
import { escapeFormula, unescapeFormula } from './formula.js'

const RISKY = ['=1+1', '+49 30', '-5', '@SUM(A1)', '\tx', '\rx', `'=1`, `''+1`]
const HARMLESS = ['', 'Müller', '5-3', `'s-Hertogenbosch`, 'a=b', `'`]

test.each(RISKY)('%j is escaped, and comes back as it was', (cell) => {
  expect(escapeFormula(cell)).toBe(`'${cell}`)
  expect(unescapeFormula(escapeFormula(cell))).toBe(cell)
})

test.each(HARMLESS)('%j stays as it is, both ways', (cell) => {
  expect(escapeFormula(cell)).toBe(cell)
  expect(unescapeFormula(cell)).toBe(cell)
})
