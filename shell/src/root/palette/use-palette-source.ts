import { useHost, type Command, type CommandSet } from '@innoerp/sdk/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { allItems, type Navigation } from '../navigation/navigation'
import type { PaletteSource } from './palette-model'

const WAIT = 200
const SHORTEST = 2

/** Every entry of the navigation, and the pages of modules whose labels are known. */
function usePlaces(navigation: Navigation, keyWords: (key: string) => string): Command[] {
  const { navigate } = useHost()
  const place = ({ href, label }: { href: string; label: string }, rest: Partial<Command>): Command => ({
    id: href,
    label,
    run: () => void navigate(href),
    ...rest,
  })
  return allItems(navigation).flatMap((item) => {
    const others = item.pages.filter(({ href }) => href !== item.href)
    return [
      place(item, { icon: item.icon, ...(item.key && { keys: keyWords(item.key) }) }),
      ...others.map((page) => place(page, { icon: item.icon, context: item.label })),
    ]
  })
}

async function searchAll(sets: readonly CommandSet[], query: string, signal: AbortSignal): Promise<Command[]> {
  // One module that cannot search takes nothing from the others.
  const found = await Promise.allSettled(sets.map((set) => set.search?.(query, signal) ?? Promise.resolve([])))
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

/** What modules find for the query, asked shortly after the last key. */
function useRecords(sets: readonly CommandSet[], query: string): readonly Command[] {
  const [found, setFound] = useState<{ query: string; records: readonly Command[] }>({ query: '', records: [] })
  useEffect(() => {
    if (query.length < SHORTEST) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void searchAll(sets, query, abort.signal).then((records) => abort.signal.aborted || setFound({ query, records }))
    }, WAIT)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [sets, query])
  return query.length >= SHORTEST && found.query === query ? found.records : []
}

/** Everything that the palette can offer for a query. */
export function usePaletteSource(navigation: Navigation, query: string, keyWords: (key: string) => string): PaletteSource {
  const { commands } = useHost()
  const sets = useSyncExternalStore(commands.subscribe, commands.get)
  return {
    actions: sets.flatMap(({ actions }) => actions),
    records: useRecords(sets, query.trim()),
    places: usePlaces(navigation, keyWords),
  }
}
