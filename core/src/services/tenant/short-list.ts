import type { PageOf, Static } from '@innoerp/sdk/contract'
import type { ShortListQuery } from './schemas.js'

/** A page of a list that is short enough to be held whole. `text` is what a search looks in. */
export function pageOf<T>(all: readonly T[], { skip = 0, limit = 100, search, total = true }: Static<typeof ShortListQuery>, text: (item: T) => string): PageOf<T> {
  const word = search?.trim().toLowerCase()
  const found = word ? all.filter((item) => text(item).toLowerCase().includes(word)) : all
  return { items: found.slice(skip, skip + limit), ...(total && { total: found.length }), skip, limit, next: null }
}
