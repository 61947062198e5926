import { getApi, type AnyRecord, type ListSource, type PageOf } from '@innoerp/sdk/ui'

/** A list of the server that is paged by number alone: the number of the next row stands in for the cursor. */
export const paged = <T extends AnyRecord>(path: string): ListSource<T> => ({
  path,
  list: async ({ after, ...query } = {}, options = {}) => {
    const skip = Number(after ?? 0)
    const page = await getApi().get<PageOf<T>>(path, { ...options, query: { ...query, ...(skip > 0 && { skip }) } })
    return { ...page, next: nextAfter(page, { skip, limit: query.limit }) }
  },
})

/** Where the rows after a page begin; null after the last one. Without a total a full page may have one after it. */
export function nextAfter({ items, total }: { items: readonly unknown[]; total?: number | undefined }, { skip, limit }: { skip: number; limit: number | undefined }): string | null {
  const end = skip + items.length
  const hasMore = total === undefined ? items.length > 0 && items.length === limit : end < total
  return hasMore ? String(end) : null
}
