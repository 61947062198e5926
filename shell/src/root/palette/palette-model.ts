import type { Command } from '@innoerp/sdk/ui'

/** A line of the palette with its place in the whole list. */
export interface PaletteOption {
  command: Command
  index: number
}

export interface PaletteGroup {
  id: 'actions' | 'records' | 'places'
  options: readonly PaletteOption[]
}

export interface PaletteSource {
  /** What can be done here, the current page's first. */
  actions: readonly Command[]
  /** What modules found for the query. */
  records: readonly Command[]
  places: readonly Command[]
}

const MOST_OF_A_GROUP = 8

const folded = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()

/** True when every word of the query begins a word of the text; case and accents do not count. */
export function matches(query: string, text: string): boolean {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u)
  return folded(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)))
}

/** The groups that have something for the query, each cut to what can be read at a glance. */
export function groupsFor(query: string, { actions, records, places }: PaletteSource): PaletteGroup[] {
  const fits = ({ label, context = '' }: Command) => matches(query, `${label} ${context}`)
  const found: [PaletteGroup['id'], readonly Command[]][] = [
    ['actions', actions.filter(fits)],
    ['records', records],
    ['places', places.filter(fits)],
  ]
  let index = 0
  return found.flatMap(([id, commands]) => {
    const options = commands.slice(0, MOST_OF_A_GROUP).map((command) => ({ command, index: index++ }))
    return options.length > 0 ? [{ id, options }] : []
  })
}
