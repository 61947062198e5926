import type { ModuleCatalogue } from './catalogue/catalogue.js'

/** The topics of each installed module that consumes events: those that any of its active versions names. */
export function subscriptionsOf(catalogue: Pick<ModuleCatalogue, 'activeVersions'>): Map<string, string[]> {
  const topics = new Map<string, Set<string>>()
  for (const { module_id, manifest } of catalogue.activeVersions()) {
    const consumed = manifest.events?.consumes ?? []
    if (consumed.length > 0) topics.set(module_id, new Set([...(topics.get(module_id) ?? []), ...consumed]))
  }
  return new Map([...topics].map(([moduleId, names]) => [moduleId, [...names]]))
}
