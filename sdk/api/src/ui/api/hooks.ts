import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useState } from 'react'
import type { ListParams, PageOf } from '../../contract/list.js'
import type { ApiError } from './api-error.js'
import { createKeyring } from './idempotency.js'
import { etagOf, type AnyRecord, type Resource } from './resource.js'

type Reads<T extends AnyRecord> = Pick<Resource<T>, 'path' | 'list' | 'get'>

/** Cache keys of a resource; `all` reaches everything of it. */
export const keys = {
  all: (path: string): QueryKey => [path],
  list: (path: string, params: ListParams = {}): QueryKey => [path, 'list', params],
  record: (path: string, id: string): QueryKey => [path, 'record', id],
}

export interface ListOptions {
  enabled?: boolean
  /** Milliseconds between repetitions, for what changes without the user. */
  refreshEvery?: number
}

/** One page of a list. While other parameters load, the rows shown before stay. */
export const useList = <T extends AnyRecord>(
  source: Reads<T>,
  params: ListParams = {},
  options: ListOptions = {},
): UseQueryResult<PageOf<T>, ApiError> =>
  useQuery<PageOf<T>, ApiError>({
    queryKey: keys.list(source.path, params),
    queryFn: ({ signal }) => source.list(params, { signal }),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.refreshEvery ?? false,
  })

/** One record; nothing is asked while `id` is undefined. */
export const useRecord = <T extends AnyRecord>(source: Reads<T>, id: string | undefined): UseQueryResult<T, ApiError> =>
  useQuery<T, ApiError>({
    queryKey: keys.record(source.path, id ?? ''),
    queryFn: ({ signal }) => source.get(id ?? '', { signal }),
    enabled: id !== undefined && id !== '',
  })

export interface WriteHookOptions<T> {
  /** Called with the record as the server has it now. */
  onDone?(record: T): void
  /** Paths of other resources that this write changes as well. */
  also?: readonly string[]
}

const refresh = (queries: QueryClient, path: string, also: readonly string[] = []) =>
  Promise.all([path, ...also].map((one) => queries.invalidateQueries({ queryKey: keys.all(one) })))

/** Creates a record. Every content travels with its own `Idempotency-Key`, so a second press after a lost answer saves once. */
export function useCreate<T extends AnyRecord, New extends object>(
  target: Resource<T, New>,
  options: WriteHookOptions<T> = {},
): UseMutationResult<T, ApiError, New> {
  const queries = useQueryClient()
  const [keyring] = useState(() => createKeyring())
  return useMutation<T, ApiError, New>({
    mutationFn: (body) => target.create(body, { idempotencyKey: keyring.keyFor(body) }),
    onSuccess: async (record) => {
      keyring.settle()
      queries.setQueryData(keys.record(target.path, record.id), record)
      await refresh(queries, target.path, options.also)
      options.onDone?.(record)
    },
  })
}

/** A change: the record that it is based on (its version guards against overwriting others) and the fields to change. */
export interface Change<T extends AnyRecord, New extends object> {
  record: T
  changes: Partial<New>
}

export interface UpdateOptions<T> extends WriteHookOptions<T> {
  /** Shows the change at once, and takes it back when the server refuses. */
  optimistic?: boolean
}

type Snapshot = [QueryKey, unknown][]

/** Puts `changes` into every cached copy of the record, and returns what stood there before. */
async function applyNow<T extends AnyRecord>(queries: QueryClient, path: string, next: T): Promise<Snapshot> {
  await queries.cancelQueries({ queryKey: keys.all(path) })
  const before: Snapshot = queries.getQueriesData({ queryKey: keys.all(path) })
  queries.setQueriesData<PageOf<T>>({ queryKey: [path, 'list'] }, (page) =>
    page && { ...page, items: page.items.map((item) => (item.id === next.id ? next : item)) },
  )
  queries.setQueryData(keys.record(path, next.id), next)
  return before
}

/** Changes a record with `If-Match`; a stale one is refused with an error whose `stale` is true. */
export function useUpdate<T extends AnyRecord, New extends object>(
  target: Resource<T, New>,
  options: UpdateOptions<T> = {},
): UseMutationResult<T, ApiError, Change<T, New>, Snapshot | undefined> {
  const queries = useQueryClient()
  return useMutation<T, ApiError, Change<T, New>, Snapshot | undefined>({
    mutationFn: ({ record, changes }) => {
      const etag = etagOf(record)
      return target.update(record.id, changes, etag ? { etag } : {})
    },
    onMutate: ({ record, changes }) =>
      options.optimistic ? applyNow(queries, target.path, { ...record, ...changes }) : undefined,
    onError: (_error, _change, before = []) => {
      for (const [key, data] of before) queries.setQueryData(key, data)
    },
    onSuccess: (record) => {
      queries.setQueryData(keys.record(target.path, record.id), record)
      options.onDone?.(record)
    },
    onSettled: () => refresh(queries, target.path, options.also),
  })
}

/** Deletes records one after another; the first refusal stops it. */
export function useRemove<T extends AnyRecord, New extends object>(
  target: Resource<T, New>,
  options: { onDone?(ids: readonly string[]): void; also?: readonly string[] } = {},
): UseMutationResult<readonly string[], ApiError, readonly string[]> {
  const queries = useQueryClient()
  return useMutation<readonly string[], ApiError, readonly string[]>({
    mutationFn: async (ids) => {
      for (const id of ids) await target.remove(id)
      return ids
    },
    onSuccess: (ids) => options.onDone?.(ids),
    onSettled: () => refresh(queries, target.path, options.also),
  })
}

/** Takes deletions back. */
export function useRestore<T extends AnyRecord, New extends object>(
  target: Resource<T, New>,
  options: { also?: readonly string[] } = {},
): UseMutationResult<void, ApiError, readonly string[]> {
  const queries = useQueryClient()
  return useMutation<void, ApiError, readonly string[]>({
    mutationFn: async (ids) => {
      for (const id of ids) await target.restore(id)
    },
    onSettled: () => refresh(queries, target.path, options.also),
  })
}
