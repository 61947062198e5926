/** Where a widget stands, as a person put it. */
export interface Placed {
  id: string
  /** Two thirds of the page instead of one. */
  wide: boolean
  hidden: boolean
}

/** What a widget is before anybody arranged it. */
export interface Standard {
  id: string
  wide: boolean
}

const isPlaced = (value: unknown): value is Placed => {
  const { id, wide, hidden } = (value ?? {}) as Partial<Placed>
  return typeof id === 'string' && typeof wide === 'boolean' && typeof hidden === 'boolean'
}

/** Reads what was kept; nothing of what cannot be read. */
export function parsed(text: string | null): readonly Placed[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPlaced) : []
  } catch {
    return []
  }
}

/** The widgets that there are, in the person's order; those that came later stand at the end. */
export function arranged(there: readonly Standard[], kept: readonly Placed[]): readonly Placed[] {
  const known = kept.filter(({ id }) => there.some((one) => one.id === id))
  const added = there.filter(({ id }) => !kept.some((one) => one.id === id)).map((one) => ({ ...one, hidden: false }))
  return [...known, ...added]
}

/** The same with one of them at another place; a place beyond the ends changes nothing. */
export function moved(all: readonly Placed[], id: string, to: number): readonly Placed[] {
  const one = all.find((placed) => placed.id === id)
  if (!one || to < 0 || to >= all.length) return all
  return all.filter((placed) => placed !== one).toSpliced(to, 0, one)
}

export const changed = (all: readonly Placed[], id: string, changes: Partial<Placed>): readonly Placed[] =>
  all.map((placed) => (placed.id === id ? { ...placed, ...changes } : placed))

/** What is kept: also places of widgets that are not there now, whose module may come back. */
export const toKeep = (now: readonly Placed[], before: readonly Placed[]): readonly Placed[] => [...now, ...before.filter(({ id }) => !now.some((one) => one.id === id))]
