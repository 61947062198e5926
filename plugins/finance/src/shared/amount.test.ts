import { expect, test } from 'vitest'
import { difference, fits, fixed, isZero, minorUnits, sumOf } from './amount.js'

test.each([['EUR', 2], ['JPY', 0], ['TND', 3], ['CLF', 4], ['IQD', 3], ['HUF', 2]])('%s has %i digits after the point', (currency, digits) => {
  expect(minorUnits(currency)).toBe(digits)
})

test('sums and differences are exact, also below zero and beyond what a number holds', () => {
  expect(sumOf(['0.1', '0.2', null, undefined, '9007199254740993.01'])).toBe('9007199254740993.31')
  expect(sumOf([])).toBe('0')
  expect(sumOf(['-0.5', '0.25'])).toBe('-0.25')
  expect(difference('1', '1.0001')).toBe('-0.0001')
  expect([isZero('0.000'), isZero('-0.01')]).toEqual([true, false])
})

test('an amount is written with the digits of its currency, and fits no fewer than it needs', () => {
  expect([fixed('12.5', 2), fixed('0', 3), fixed('-7.10', 2), fixed('5.0', 0)]).toEqual(['12.50', '0.000', '-7.10', '5'])
  expect([fits('5.0', 0), fits('5.5', 0), fits('1.234', 3), fits('1.2345', 3), fits('1.2345', 4)]).toEqual([true, false, true, false, true])
})
