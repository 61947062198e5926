import { sameFilters, type Filter } from './filters.js'

/** A ready-made way to look at a list. */
export interface ListView {
  id: string
  /** Key of the label. */
  label: string
  /** Shown after the label. */
  count?: number | undefined
  filters?: readonly Filter[]
  /** `name` or `-name`. */
  sort?: string
}

/** What a list shows when the address says nothing. The first view is the one that opens. */
export interface ListDefaults {
  views?: readonly ListView[]
  sort?: string | undefined
}

/** How a list is looked at. All of it stands in the address, so it can be shared, kept and gone back to. */
export interface ListState {
  view: string | undefined
  search: string
  sort: string | undefined
  filters: readonly Filter[]
  /** Id of the record in the side panel. */
  open: string | undefined
}

const FILTER = 'f.'
/** Stands in the address when a view's filters were all taken away. */
const NO_FILTERS = 'f'

const viewOf = (id: string | null | undefined, { views = [] }: ListDefaults): ListView | undefined =>
  views.find((view) => view.id === id) ?? views[0]

/** What the state is when only its view is chosen. */
export function viewState(id: string | undefined, defaults: ListDefaults): ListState {
  const view = viewOf(id, defaults)
  return { view: view?.id, search: '', sort: view?.sort ?? defaults.sort, filters: view?.filters ?? [], open: undefined }
}

function readFilters(params: URLSearchParams): readonly Filter[] {
  const names = new Set([...params.keys()].filter((key) => key.startsWith(FILTER)))
  return [...names].map((name) => ({ field: name.slice(FILTER.length), values: params.getAll(name) }))
}

/** Reads the state from an address. Foreign and unknown parameters mean nothing. */
export function readListState(params: URLSearchParams, defaults: ListDefaults = {}): ListState {
  const base = viewState(params.get('view') ?? undefined, defaults)
  const filters = readFilters(params)
  const replaced = filters.length > 0 || params.has(NO_FILTERS)
  return {
    view: base.view,
    search: params.get('q') ?? '',
    sort: params.get('sort') ?? base.sort,
    filters: replaced ? filters : base.filters,
    open: params.get('open') ?? undefined,
  }
}

/** The address of a state: as short as it can be, other parameters kept. Reading it gives the state back. */
export function writeListState(params: URLSearchParams, state: ListState, defaults: ListDefaults = {}): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const key of [...next.keys()]) if (key.startsWith(FILTER) || key === NO_FILTERS) next.delete(key)
  const set = (key: string, value: string | undefined) => (value ? next.set(key, value) : next.delete(key))
  const base = viewState(state.view, defaults)
  set('view', base.view === defaults.views?.[0]?.id ? undefined : base.view)
  set('q', state.search)
  set('sort', state.sort === base.sort ? undefined : state.sort)
  set('open', state.open)
  if (sameFilters(state.filters, base.filters)) return next
  for (const { field, values } of state.filters) for (const value of values) next.append(FILTER + field, value)
  if (state.filters.length === 0) next.set(NO_FILTERS, 'none')
  return next
}

/** Whether search or filters differ from what the view itself says. */
export function isChanged(state: ListState, defaults: ListDefaults = {}): boolean {
  const base = viewState(state.view, defaults)
  return state.search !== '' || !sameFilters(state.filters, base.filters)
}
