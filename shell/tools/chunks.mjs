// Which file each module of the shared libraries goes into. Every file costs a request and every split some compression, so a
// library's own file holds all of it: the file that the import map names is the library itself, not a list of names.
const FACADE = '\0facade:'

const packages = (...names) => new RegExp(`node_modules/(${names.join('|')})/`)

/** Packages that belong to one library's file, and the library. */
const PACKAGES = [
  [packages('react', 'react-dom', 'scheduler'), 'react'],
  [
    packages(
      '@mui',
      '@emotion',
      '@popperjs',
      '@babel/runtime',
      'stylis',
      'clsx',
      'react-transition-group',
      'react-is',
      'prop-types',
      'hoist-non-react-statics',
    ),
    '@mui/material',
  ],
  [packages('react-router'), 'react-router'],
  [packages('@tanstack'), '@tanstack/react-query'],
]

/** Libraries whose file holds whatever they need to start, the smaller first; what they load later stays apart. */
const CLOSURES = ['@innoerp/sdk/ui/auth', '@innoerp/sdk/ui']

/** All that must be there before `start` runs. */
function closure(context, start) {
  const seen = new Set([start])
  for (const id of seen) for (const next of context.getModuleInfo(id)?.importedIds ?? []) seen.add(next)
  return seen
}

const fileNameOf = (library) => library.replace(/^@/, '').replaceAll('/', '-')

/** The function that Rolldown asks for a module's file; `null` leaves it to Rolldown. */
export function createChunking() {
  let closures
  return (id, context) => {
    const own = [...PACKAGES.map(([, library]) => library), ...CLOSURES].find((library) => id === FACADE + library)
    if (own) return fileNameOf(own)
    const owner = PACKAGES.find(([members]) => members.test(id))?.[1]
    if (owner) return fileNameOf(owner)
    if (id.startsWith(FACADE)) return null
    closures ??= CLOSURES.map((library) => [library, closure(context, FACADE + library)])
    const user = closures.find(([, members]) => members.has(id))?.[0]
    return user ? fileNameOf(user) : null
  }
}
