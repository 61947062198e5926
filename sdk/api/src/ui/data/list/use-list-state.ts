import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { readListState, viewState, writeListState, type ListDefaults, type ListState } from './list-state.js'

export interface ListStateHandle {
  state: ListState
  defaults: ListDefaults
  /** Changes some of it. `push` makes the change a step that the browser's Back takes back. */
  update(change: Partial<ListState>, options?: { push?: boolean }): void
}

export interface ListStateOptions extends ListDefaults {
  /** Keeps the state in the component instead of the address: for a second list on a page. */
  local?: boolean
}

/**
 * View, search, sort, filters and open record of a list, kept in the address. A page with a board and a table uses one handle for
 * both.
 */
export function useListState({ views, sort, local = false }: ListStateOptions = {}): ListStateHandle {
  const [params, setParams] = useSearchParams()
  const [own, setOwn] = useState<ListState>()
  const defaults = useMemo<ListDefaults>(() => ({ ...(views && { views }), sort }), [views, sort])
  const state = useMemo(
    () => (local ? (own ?? viewState(undefined, defaults)) : readListState(params, defaults)),
    [local, own, params, defaults],
  )
  const update = useCallback<ListStateHandle['update']>(
    (change, { push = false } = {}) => {
      if (local) setOwn((before) => ({ ...(before ?? viewState(undefined, defaults)), ...change }))
      else setParams(writeListState(params, { ...readListState(params, defaults), ...change }, defaults), { replace: !push })
    },
    [local, params, defaults, setParams],
  )
  return useMemo(() => ({ state, defaults, update }), [state, defaults, update])
}
