import { expect, test } from 'vitest'
import { nextAfter } from './paged'

const rows = (count: number) => Array.from({ length: count }, () => ({}))

test('a list goes on while the total says so', () => {
  expect(nextAfter({ items: rows(50), total: 51 }, { skip: 0, limit: 50 })).toBe('50')
  expect(nextAfter({ items: rows(1), total: 51 }, { skip: 50, limit: 50 })).toBeNull()
})

test('without a total a full page is followed, a shorter one is the last', () => {
  expect(nextAfter({ items: rows(50) }, { skip: 50, limit: 50 })).toBe('100')
  expect(nextAfter({ items: rows(49) }, { skip: 50, limit: 50 })).toBeNull()
  expect(nextAfter({ items: [] }, { skip: 50, limit: undefined })).toBeNull()
})
