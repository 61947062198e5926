/** Chosen rows. `anchor` is where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly anchor: string | undefined
}

export const NO_SELECTION: Selection = { ids: new Set(), anchor: undefined }

/** Chooses a row, or lets it go. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Chooses every row from the anchor to `id` as well; without an anchor only `id`. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const from = order.indexOf(selection.anchor ?? id)
  const to = order.indexOf(id)
  if (from < 0 || to < 0) return toggleRow(selection, id)
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor ?? id }
}

/** Chooses all rows, or none when all were chosen. */
export const toggleAll = ({ ids }: Selection, order: readonly string[]): Selection =>
  order.length > 0 && order.every((id) => ids.has(id)) ? NO_SELECTION : { ids: new Set(order), anchor: undefined }

/** The selection without rows that are no longer there; the same object when all are. */
export function keepPresent(selection: Selection, order: readonly string[]): Selection {
  const present = new Set(order)
  const ids = [...selection.ids].filter((id) => present.has(id))
  return ids.length === selection.ids.size ? selection : { ids: new Set(ids), anchor: selection.anchor }
}

/** State of the checkbox in the head. */
export function headState({ ids }: Selection, order: readonly string[]): 'none' | 'some' | 'all' {
  const chosen = order.filter((id) => ids.has(id)).length
  if (chosen === 0) return 'none'
  return chosen === order.length ? 'all' : 'some'
}
