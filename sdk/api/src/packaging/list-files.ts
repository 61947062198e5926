import { createHash } from 'node:crypto'
import { lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { packagingErrors } from './errors.js'
import { PACKAGE_LIMITS, SIGNATURE_FILE } from './limits.js'

const PORTABLE = /^[A-Za-z0-9._~+@-]+(\/[A-Za-z0-9._~+@-]+)*$/

/** Collects the files of a package, and refuses what no package may hold. */
class Walk {
  readonly paths: string[] = []
  readonly #seen = new Map<string, string>()
  #bytes = 0

  constructor(readonly root: string) {}

  async folder(relative: string): Promise<void> {
    for (const entry of await readdir(join(this.root, relative), { withFileTypes: true })) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (!entry.isDirectory()) await this.file(path)
      else {
        this.#checkName(path)
        await this.folder(path)
      }
    }
  }

  async file(path: string): Promise<void> {
    this.#checkName(path)
    const stat = await lstat(join(this.root, path))
    if (stat.isSymbolicLink()) throw packagingErrors.LINK({ values: { path } })
    if (!stat.isFile()) throw packagingErrors.SPECIAL_FILE({ values: { path } })
    if (this.paths.push(path) > PACKAGE_LIMITS.files) throw packagingErrors.TOO_MANY_FILES({ values: { limit: PACKAGE_LIMITS.files } })
    this.#bytes += stat.size
    if (this.#bytes > PACKAGE_LIMITS.bytes) throw packagingErrors.TOO_LARGE({ values: { limit: PACKAGE_LIMITS.bytes } })
  }

  #checkName(path: string): void {
    if (!PORTABLE.test(path) || path.length > PACKAGE_LIMITS.pathLength) {
      throw packagingErrors.NAME({ values: { path: JSON.stringify(path), limit: PACKAGE_LIMITS.pathLength } })
    }
    const other = this.#seen.get(path.toLowerCase())
    if (other !== undefined) throw packagingErrors.SAME_NAME({ values: { path, other } })
    this.#seen.set(path.toLowerCase(), path)
  }
}

/**
 * The paths of every file below `folder`, relative to it, with `/` between names, sorted by code units; {@link SIGNATURE_FILE}
 * included. Of the folder of a module's sources, give the `paths` that belong to its package.
 * @throws `PACKAGE_LINK`, `PACKAGE_SPECIAL_FILE`, `PACKAGE_NAME`, `PACKAGE_SAME_NAME`, `PACKAGE_TOO_MANY_FILES`, `PACKAGE_TOO_LARGE`
 */
export async function listPaths(folder: string, paths?: readonly string[]): Promise<string[]> {
  const walk = new Walk(folder)
  if (paths === undefined) await walk.folder('')
  else for (const path of paths) await walk.file(path)
  return walk.paths.sort()
}

const sha256 = async (file: string) => createHash('sha256').update(await readFile(file)).digest('hex')

/**
 * Every file that a signature covers, so all but {@link SIGNATURE_FILE}: path → SHA-256 of its bytes, 64 hexadecimal digits.
 * Links are refused, never followed.
 * @param paths the files that belong to the package; all below `folder` where absent
 * @throws as {@link listPaths}
 */
export async function listFiles(folder: string, paths?: readonly string[]): Promise<Record<string, string>> {
  const signed = (await listPaths(folder, paths)).filter((path) => path !== SIGNATURE_FILE)
  const files: [string, string][] = []
  for (const path of signed) files.push([path, await sha256(join(folder, path))])
  return Object.fromEntries(files)
}
