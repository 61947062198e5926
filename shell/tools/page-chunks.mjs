// Which file each module of the shell's pages goes into. The page names every file with its hash, so many small files cost each first
// visit more than they save: the pages of an area are one file, and what both areas use is another.

/** Areas by their folder. The tables of pages stay with the entry, which reads them. */
const AREAS = [
  [/\/src\/pages\/super-admin\//, 'super-admin-pages'],
  [/\/src\/pages\/tenant-admin\//, 'tenant-admin-pages'],
]
const SHARED = /\/src\/(pages|clients)\/|\/node_modules\/lucide-react\//

/** All modules that `start` leads to by what `follow` names. */
function reachable(context, start, follow) {
  const seen = new Set(start)
  for (const id of seen) for (const key of follow) for (const next of context.getModuleInfo(id)?.[key] ?? []) seen.add(next)
  return seen
}

const NOW = ['importedIds']
const EVER = ['importedIds', 'dynamicallyImportedIds']

/**
 * The function that Rolldown asks for a module's file; `null` leaves it to Rolldown.
 * @param main absolute path of the script that pages behind sign-in start with
 * @param light that of the pages before sign-in, which must not come to need the others' files
 */
export function createPageChunking({ main, light }) {
  let apart
  return (id, context) => {
    if (/\/locales\/.*\.json$/.test(id)) return null
    apart ??= new Set([...reachable(context, [main], NOW), ...reachable(context, [light], EVER)])
    if (apart.has(id)) return null
    return AREAS.find(([folder]) => folder.test(id))?.[1] ?? (SHARED.test(id) ? 'page-parts' : null)
  }
}
