import { expect, test } from 'vitest'
import { addressLines, isOverdue } from './words.js'

test('an address leaves out what is not known', () => {
  const nowhere = { street: null, postal_code: null, city: null, region: null, country: null }
  expect(addressLines({ ...nowhere, street: 'Obere Str. 57', postal_code: '12209', city: 'Berlin', country: 'Germany' })).toEqual(['Obere Str. 57', '12209 Berlin', 'Germany'])
  expect(addressLines({ ...nowhere, region: 'SP' })).toEqual(['SP'])
  expect(addressLines(nowhere)).toEqual([])
})

test('only an open deal can be overdue, from the day after', () => {
  const due = (expected_close_date: string | null, stage_kind: 'open' | 'won' = 'open') => isOverdue({ expected_close_date, stage_kind }, '2026-11-24')
  expect([due('2026-11-23'), due('2026-11-24'), due(null), due('2026-11-23', 'won')]).toEqual([true, false, false, false])
})
