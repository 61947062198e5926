import type { ListParams } from '@innoerp/sdk/ui'
import { describe, expect, test } from 'vitest'
import { chosen, inBrowser } from './in-browser'

const rows = [
  { id: 'a', name: 'Bergström', requests: 9, state: 'active' },
  { id: 'b', name: 'Zeta', requests: 10, state: 'quarantined' },
  { id: 'c', name: 'Álvarez', requests: null, state: 'active' },
]
const ids = (params: ListParams) => chosen(rows, params, ['name']).map(({ id }) => id)

describe('a list in the browser', () => {
  test('is searched without regard to case and accents, by every word', () => {
    expect(ids({ search: 'BERGSTROM' })).toEqual(['a'])
    expect(ids({ search: 'berg zeta' })).toEqual([])
  })

  test('is sorted by number and by word, what is absent last', () => {
    expect(ids({ sort: 'requests' })).toEqual(['a', 'b', 'c'])
    expect(ids({ sort: '-requests' })).toEqual(['b', 'a', 'c'])
    expect(ids({ sort: 'name' })).toEqual(['c', 'a', 'b'])
  })

  test('is filtered by one value or by several; what only pages is no filter', () => {
    expect(ids({ state: 'active', limit: 50, total: false })).toEqual(['a', 'c'])
    expect(ids({ state: ['active', 'quarantined'] })).toEqual(['a', 'b', 'c'])
  })

  test('is read to its end', async () => {
    const pages = [
      { items: [rows[0]], total: 2, next: 'x' },
      { items: [rows[1]], total: 2, next: null },
    ]
    const source = { path: '/x', list: async ({ after }: { after?: unknown } = {}) => pages[after === 'x' ? 1 : 0] as never }
    expect((await inBrowser<(typeof rows)[number]>(source, ['name']).list()).items.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
