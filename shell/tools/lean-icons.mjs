import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ICON = /lucide-react\/dist\/esm\/icons\//
const SOURCE = /\/src\/.*\.tsx?$/
const IMPORT = /import \{([^}]*)\} from 'lucide-react'/g

/**
 * Takes what only React's warnings read out of lucide's icons: every line of a drawing has a random key, which compresses to nothing
 * less, and every icon the names that it had before.
 */
export const leanIcons = {
  name: 'innoerp:lean-icons',
  transform: {
    filter: { id: ICON },
    handler: (code) => ({ code: code.replace(/,\s*key: "\w+"/g, '').replace(/aliases: \[[^\]]*\]/, 'aliases: []'), map: null }),
  },
}

/** Name → file of every icon, as lucide's own list has them. */
function iconFiles() {
  const list = path.join(path.dirname(fileURLToPath(import.meta.resolve('lucide-react/package.json'))), 'dist/esm/lucide-react.mjs')
  const lines = readFileSync(list, 'utf8').matchAll(/export \{([^}]*)\} from '(\.\/icons\/[\w-]+\.mjs)'/g)
  return new Map([...lines].flatMap(([, names, file]) => [...names.matchAll(/default as (\w+)/g)].map(([, name]) => [name, path.join(path.dirname(list), file)])))
}

/**
 * Imports each icon from its own file. Through lucide's list every icon would seem to be needed wherever one is, and no build could
 * tell which file an icon belongs to.
 */
export function directIcons() {
  let files
  const direct = (names) => {
    files ??= iconFiles()
    const values = names.split(',').map((name) => name.trim()).filter((name) => name && !name.startsWith('type '))
    return values
      .map((value) => {
        const [name, local = name] = value.split(' as ')
        const file = files.get(name)
        if (!file) throw new Error(`lucide-react has no icon ${name}`)
        return `import ${local} from ${JSON.stringify(file)}`
      })
      .join('; ')
  }
  return {
    name: 'innoerp:direct-icons',
    enforce: 'pre',
    transform: { filter: { id: SOURCE }, handler: (code) => ({ code: code.replace(IMPORT, (_all, names) => direct(names)), map: null }) },
  }
}
