import type { AnyRecord, ListParams, ListSource, ReadOptions } from '@innoerp/sdk/ui'

/** Rows of one request; a list that is searched and sorted in the browser is short. */
const PAGE_SIZE = 200
const LONGEST = 5_000

async function readAll<T extends AnyRecord>(source: ListSource<T>, options: ReadOptions): Promise<T[]> {
  const rows: T[] = []
  let after: string | null | undefined
  do {
    const page = await source.list({ limit: PAGE_SIZE, ...(after && { after }) }, options)
    rows.push(...page.items)
    after = page.next
  } while (after && rows.length < LONGEST)
  return rows
}

/** Folds what reads alike: case and accents. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()

const isAbsent = (value: unknown) => value === null || value === undefined

/** Absent values come last in both directions. */
function compare(a: unknown, b: unknown, sign: 1 | -1): number {
  if (isAbsent(a) || isAbsent(b)) return Number(isAbsent(a)) - Number(isAbsent(b))
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * String(a).localeCompare(String(b), undefined, { numeric: true })
}

/** Rows that fit the parameters of a list: `search`, `sort` and one value or several a field. */
export function chosen<T extends AnyRecord>(rows: readonly T[], params: ListParams, searchIn: readonly (keyof T & string)[]): T[] {
  const { search, sort, ...rest } = params
  const words = folded(String(search ?? '')).split(/\s+/).filter(Boolean)
  const fields = Object.entries(rest).filter(([name]) => !['limit', 'skip', 'after', 'total'].includes(name))
  const read = (row: T, name: string) => (row as unknown as Record<string, unknown>)[name]
  const fits = (row: T) => {
    const text = folded(searchIn.map((name) => String(row[name] ?? '')).join(' '))
    return words.every((word) => text.includes(word)) && fields.every(([name, value]) => [value].flat().map(String).includes(String(read(row, name))))
  }
  const found = rows.filter(fits)
  if (typeof sort !== 'string') return found
  const name = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  return found.toSorted((a, b) => compare(read(a, name), read(b, name), sign))
}

/** A short list of the server that is read whole; search, sort and filters are done here. */
export const inBrowser = <T extends AnyRecord>(source: ListSource<T>, searchIn: readonly (keyof T & string)[]): ListSource<T> => ({
  path: source.path,
  list: async (params = {}, options = {}) => {
    const items = chosen(await readAll(source, options), params, searchIn)
    return { items, total: items.length, next: null } as Awaited<ReturnType<ListSource<T>['list']>>
  },
})
