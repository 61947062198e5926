import { searchPart, useHost, useSlot, type Command, type CommandSet } from '@innoerp/sdk/ui'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { allItems, type Navigation } from '../navigation/navigation'
import type { PaletteSource } from './palette-model'

const WAIT = 200
const SHORTEST = 2
/** Slot of search providers. */
const SEARCH_SLOT = 'palette.search'

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

/** Finds something for a query; it answers nothing rather than failing. */
type Search = (query: string, signal: AbortSignal) => Promise<readonly Command[]>

/** What the open page and the modules can search, in this order. */
function useSearches(sets: readonly CommandSet[]): readonly Search[] {
  const host = useHost()
  const providers = useSlot(SEARCH_SLOT)
  return useMemo(() => {
    const ofPage = sets.flatMap(({ search }): Search[] => (search ? [(query, signal) => search(query, signal).catch(() => [])] : []))
    return [...ofPage, ...providers.map((part): Search => (query, signal) => searchPart(host, part, { query, signal }))]
  }, [host, sets, providers])
}

interface Found {
  query: string
  /** By search; what has not answered yet has found nothing. */
  records: readonly (readonly Command[])[]
}

/** What is found for the query, asked shortly after the last key. One that is slow or hangs holds up none of the others. */
function useRecords(searches: readonly Search[], query: string): readonly Command[] {
  const [found, setFound] = useState<Found>({ query: '', records: [] })
  useEffect(() => {
    if (query.length < SHORTEST) return
    const abort = new AbortController()
    const answer = (index: number, records: readonly Command[]) => {
      if (abort.signal.aborted) return
      setFound((before) => {
        const known = before.query === query ? before.records : []
        return { query, records: searches.map((_search, at) => (at === index ? records : (known[at] ?? []))) }
      })
    }
    const timer = setTimeout(() => {
      for (const [index, search] of searches.entries()) void search(query, abort.signal).then((records) => answer(index, records))
    }, WAIT)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [searches, query])
  return query.length >= SHORTEST && found.query === query ? withoutTwins(found.records.flat()) : []
}

/** A page and its module may find the same record. */
const withoutTwins = (commands: readonly Command[]) => [...new Map(commands.map((command) => [command.id, command])).values()]

export interface PaletteInput {
  navigation: Navigation
  /** What modules offer to do. */
  commands: readonly Command[]
}

/** Everything that the palette can offer for a query. */
export function usePaletteSource({ navigation, commands }: PaletteInput, query: string, keyWords: (key: string) => string): PaletteSource {
  const host = useHost()
  const sets = useSyncExternalStore(host.commands.subscribe, host.commands.get)
  return {
    actions: [...sets.flatMap(({ actions }) => actions), ...commands],
    records: useRecords(useSearches(sets), query.trim()),
    places: usePlaces(navigation, keyWords),
  }
}
