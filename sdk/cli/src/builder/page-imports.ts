import { SHARED_LIBRARIES } from '@innoerp/config/shared-libraries'
import type { Plugin } from 'vite'

const packageOf = (id: string) => id.split('/').slice(0, id.startsWith('@') ? 2 : 1).join('/')
const SHARED_PACKAGES = new Set(SHARED_LIBRARIES.map(packageOf))
/** Bundled with each module; `shared` is the published contract of another module. */
const BUNDLED = /^(@innoerp\/sdk\/contract|@innoerp\/module-[a-z0-9-]+\/shared)$/

/** Refuses what would bring a second copy of a shared library, or code of the server, into the page. */
export const pageImports: Plugin = {
  name: 'innoerp:page-imports',
  enforce: 'pre',
  resolveId(id, importer = '') {
    if (SHARED_LIBRARIES.includes(id) || BUNDLED.test(id)) return null
    const name = packageOf(id)
    if (name.startsWith('@innoerp/')) {
      return this.error(`${importer}: A module's pages may import @innoerp/sdk/ui, @innoerp/sdk/contract and contracts of other modules, not ${id}`)
    }
    if (!SHARED_PACKAGES.has(name)) return null
    const shared = SHARED_LIBRARIES.filter((library) => packageOf(library) === name)
    return this.error(`${importer}: ${id} is not shared with the page and would come as a second copy. There are: ${shared.join(', ')}`)
  },
}
