import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ListParams, PageOf } from '../../../contract/list.js'
import type { ApiError } from '../../api/api-error.js'
import type { AnyRecord } from '../../api/resource.js'
import type { ListSource } from '../list/source.js'

/** Rows that come with one request. */
const PAGE_SIZE = 50

export interface Rows<T> {
  rows: readonly T[]
  /** How many the filter leaves; undefined until the first answer. */
  total: number | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** Rows of another search or sort are shown until the new ones are there. */
  stale: boolean
  error: ApiError | null
  hasMore: boolean
  loadingMore: boolean
  moreFailed: boolean
  loadMore(): Promise<void>
  /** Loads every page that is left, and gives all rows. */
  loadAll(): Promise<readonly T[]>
  retry(): void
}

/** Pages of a list, one after another; each asks only for what follows the last row (`after`). */
export function useRows<T extends AnyRecord>(source: ListSource<T>, params: ListParams): Rows<T> {
  const query = useInfiniteQuery<PageOf<T>, ApiError, InfiniteData<PageOf<T>>, readonly unknown[], string | null>({
    queryKey: [source.path, 'rows', params],
    queryFn: ({ pageParam, signal }) =>
      source.list({ ...params, limit: PAGE_SIZE, ...(pageParam && { after: pageParam, total: false }) }, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data])
  return {
    rows,
    total: query.data?.pages[0]?.total,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    moreFailed: query.isFetchNextPageError,
    loadMore: async () => {
      await query.fetchNextPage()
    },
    loadAll: async () => {
      let result = await query.fetchNextPage()
      while (result.hasNextPage && !result.isError) result = await result.fetchNextPage()
      return result.data?.pages.flatMap(({ items }) => items) ?? []
    },
    retry: () => void query.refetch(),
  }
}
