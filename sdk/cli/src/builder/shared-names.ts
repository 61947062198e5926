import { SHARED_NAMES } from '@innoerp/config/shared-libraries'
import { parseSync } from 'vite'

interface Chunk {
  fileName: string
  code: string
}

/** Where a part of a library is that the first page does not load. */
const MORE: Readonly<Record<string, string>> = { '@mui/material': '@innoerp/sdk/ui/mui' }

/**
 * The names that a built chunk takes from shared libraries although the page has them not. The browser would say so only when it
 * runs the chunk.
 */
export function missingNames({ fileName, code }: Chunk): string[] {
  const { module } = parseSync(fileName, code)
  return module.staticImports.flatMap(({ moduleRequest, entries }) => {
    const library = moduleRequest.value
    const names = Object.hasOwn(SHARED_NAMES, library) ? SHARED_NAMES[library] : null
    if (!names) return []
    return entries.flatMap(({ importName: { kind, name } }) => {
      if (kind === 'Name' && name !== null && names.includes(name)) return []
      const what = kind === 'Name' ? name : kind === 'Default' ? 'its default export' : 'all of it (import *)'
      return [`${library}: ${what} is not in the page. There are: ${names.join(', ')}${library in MORE ? `; and more in ${MORE[library]}` : ''}`]
    })
  })
}
