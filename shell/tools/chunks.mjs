// Which file each module of the shared libraries goes into. Every file costs a request and every split some compression, so a
// library's own file holds all of it: the file that the import map names is the library itself, not a list of names.
const FACADE = '\0facade:'

const packages = (...names) => new RegExp(`node_modules/(${names.join('|')})/`)

/** Packages that belong to one library's file, and the library. */
const PACKAGES = [
  [packages('react', 'react-dom', 'scheduler'), 'react'],
  [packages('react-router'), 'react-router'],
  [packages('@tanstack'), '@tanstack/react-query'],
]

/** MUI and what it stands on: what the first pages show in one file, the rest in another. */
const MUI = packages(
  '@mui',
  '@emotion',
  '@popperjs',
  '@babel/runtime',
  'stylis',
  'clsx',
  'react-transition-group',
  'react-is',
  'prop-types',
  'object-assign',
  'hoist-non-react-statics',
)
const FIRST_MUI = ['@mui/material', '@mui/material/styles', '@emotion/react', '@emotion/styled', '@emotion/cache']
const REST_OF_MUI = '@innoerp/sdk/ui/mui'

/** The kit's libraries: a file has whatever its library needs to start; what is loaded later stays apart. */
const LIGHT_KIT = '@innoerp/sdk/ui/auth'
const KIT = '@innoerp/sdk/ui'
/** What both have: no page of one needs the rest of the other. */
const BOTH_KITS = 'innoerp-sdk-base'

const OWN_FILE = [...PACKAGES.map(([, library]) => library), '@mui/material', REST_OF_MUI, LIGHT_KIT, KIT]

/** All that must be there before the libraries run. */
function closure(context, libraries) {
  const seen = new Set(libraries.map((library) => FACADE + library))
  for (const id of seen) for (const next of context.getModuleInfo(id)?.importedIds ?? []) seen.add(next)
  return seen
}

const fileNameOf = (library) => library.replace(/^@/, '').replaceAll('/', '-')

/** The function that Rolldown asks for a module's file; `null` leaves it to Rolldown. */
export function createChunking() {
  let known
  return (id, context) => {
    const own = OWN_FILE.find((library) => id === FACADE + library) ?? PACKAGES.find(([members]) => members.test(id))?.[1]
    if (own) return fileNameOf(own)
    if (id.startsWith(FACADE)) return null
    known ??= { mui: closure(context, FIRST_MUI), light: closure(context, [LIGHT_KIT]), kit: closure(context, [KIT]) }
    if (MUI.test(id)) return fileNameOf(known.mui.has(id) ? '@mui/material' : REST_OF_MUI)
    if (known.light.has(id)) return known.kit.has(id) ? BOTH_KITS : fileNameOf(LIGHT_KIT)
    return known.kit.has(id) ? fileNameOf(KIT) : null
  }
}
