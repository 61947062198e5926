import type { Command } from './command-store.js'
import type { Host, SlotPart } from './host-context.js'
import { loadPart } from './load-part.js'

/** A record that a search found. */
export interface SearchHit {
  id: string
  label: string
  /** What it is or where it belongs; the module's name by default. */
  context?: string
  /** A name of the icon set; the module's by default. */
  icon?: string
  /** Where it is, below the module's base path. */
  path: string
}

/** Finds a module's records for the palette: the best few, in their order. `signal` ends a search that nobody waits for. */
export type SearchProvider = (query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>

/** Asks one part of a slot of search providers; a failure is reported and finds nothing. */
export async function searchPart(host: Host, part: SlotPart, { query, signal }: { query: string; signal: AbortSignal }): Promise<Command[]> {
  try {
    const { default: search } = await loadPart<{ default: SearchProvider }>(host, part)
    const hits = await search(query, signal)
    const { id: module, name, icon, basePath } = part.module
    return hits.map((hit) => ({
      id: `${module}/${hit.id}`,
      label: hit.label,
      context: hit.context ?? name,
      icon: hit.icon ?? icon,
      run: () => void host.navigate(hit.path ? `${basePath}/${hit.path}` : basePath),
    }))
  } catch (error) {
    if (!signal.aborted) host.report(part.module.id, error)
    return []
  }
}
