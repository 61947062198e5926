import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const TEST = /\.test\.\w+$/
const seen = new Map()

/**
 * Tells whether files have changed without reading them: a line with path, size and time of change for every file at or below
 * `paths` (relative to `root`), tests left out. Each folder is looked at once in a process; `forget` makes it look again.
 */
export const fingerprint = (root, paths) => paths.map((path) => lines(root, path)).join('')

export const forget = () => seen.clear()

function lines(root, path) {
  const known = seen.get(path)
  if (known !== undefined) return known
  const text = look(root, path)
  seen.set(path, text)
  return text
}

function look(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (stat === undefined) return `${path} -\n`
  if (!stat.isDirectory()) return `${path} ${stat.size} ${stat.mtimeMs}\n`
  return readdirSync(join(root, path))
    .sort()
    .map((name) => (TEST.test(name) ? '' : lines(root, `${path}/${name}`)))
    .join('')
}
