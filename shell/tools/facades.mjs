// A facade is the entry file of one shared library: it says which names of the library stand in the page.
import { createRequire } from 'node:module'
import { SHARED_NAMES } from '@innoerp/config/shared-libraries'

const require = createRequire(import.meta.url)
const PREFIX = 'facade:'

/** Libraries that are CommonJS: `export *` would give none of their names, so they are read from the package and written out. */
const COMMON_JS = ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client']
const WITH_DEFAULT = ['@emotion/styled', '@emotion/cache']

function source(id) {
  const names = SHARED_NAMES[id]
  // Through the barrel, all of MUI would seem to belong to this file.
  if (id === '@mui/material') return names.map((name) => `export { default as ${name} } from '${id}/${name}'`).join('\n')
  if (names) return `export { ${names.join(', ')} } from '${id}'`
  if (!COMMON_JS.includes(id)) return `export * from '${id}'${WITH_DEFAULT.includes(id) ? `\nexport { default } from '${id}'` : ''}`
  const found = Object.keys(require(id)).filter((name) => name !== 'default')
  return `export { default, ${found.join(', ')} } from '${id}'`
}

/** `@mui/material/styles` → `mui-material-styles`, the name of its file. */
const fileName = (id) => id.replace(/^@/, '').replaceAll('/', '-')

/** The build's inputs: file name → facade. */
export const facadeInputs = (ids) => Object.fromEntries(ids.map((id) => [fileName(id), PREFIX + id]))

/** Which library a chunk is the facade of, if any. */
export const facadeOf = ({ facadeModuleId }) =>
  facadeModuleId?.startsWith(`\0${PREFIX}`) ? facadeModuleId.slice(PREFIX.length + 1) : undefined

/** Resolves the inputs of {@link facadeInputs}. */
export const facadesPlugin = {
  name: 'innoerp:facades',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load: (id) => (id.startsWith(`\0${PREFIX}`) ? source(id.slice(PREFIX.length + 1)) : undefined),
}
