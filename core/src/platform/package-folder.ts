import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** Where npm put a package that the host depends on; undefined where it is not installed. Packages may hide their package.json from resolution. */
export function packageFolder(name: string): string | undefined {
  const folder = (require.resolve.paths(name) ?? []).map((base) => path.join(base, name)).find((candidate) => existsSync(path.join(candidate, 'package.json')))
  return folder && realpathSync(folder)
}
