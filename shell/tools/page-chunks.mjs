// Which file each module of the shell's pages goes into. The page names every file with its hash, so many small files cost each first
// visit more than they save: the pages of an area are one file, and what both areas use is another.

/** Areas by their folder. The tables of pages stay with the entry, which reads them. */
const AREAS = [
  [/\/src\/pages\/super-admin\//, 'super-admin-pages'],
  [/\/src\/pages\/tenant-admin\//, 'tenant-admin-pages'],
]
const SHARED = /\/src\/(pages|clients)\/|\/node_modules\/lucide-react\//

/** All modules that must be there before the entries run. */
function closure(context, entries) {
  const seen = new Set(entries)
  for (const id of seen) for (const next of context.getModuleInfo(id)?.importedIds ?? []) seen.add(next)
  return seen
}

/**
 * The function that Rolldown asks for a module's file; `null` leaves it to Rolldown.
 * @param entries absolute paths of the scripts that pages start with
 */
export function createPageChunking(entries) {
  let first
  return (id, context) => {
    if (id.endsWith('.json')) return null
    first ??= closure(context, entries)
    if (first.has(id)) return null
    return AREAS.find(([folder]) => folder.test(id))?.[1] ?? (SHARED.test(id) ? 'page-parts' : null)
  }
}
