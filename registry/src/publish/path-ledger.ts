const ROOT = 'package'
const MAX_LENGTH = 512
// Control characters, and what Windows gives a meaning of its own.
const FORBIDDEN = /[\p{Cc}\\:]/u

/** Collects the paths of a tarball; each `add` answers what is wrong with a path, or undefined. */
export class PathLedger {
  readonly files: string[] = []
  readonly #fileKeys = new Set<string>()
  readonly #folderKeys = new Set<string>()

  addFolder(path: string): string | undefined {
    const segments = path.replace(/\/$/, '').split('/')
    return shapeProblem(path, segments) ?? this.#claimFolders(segments)
  }

  addFile(path: string): string | undefined {
    const segments = path.split('/')
    const problem = shapeProblem(path, segments)
    if (problem !== undefined) return problem
    if (segments.length < 2) return `is not below ${ROOT}/`
    const key = keyOf(segments)
    if (this.#fileKeys.has(key) || this.#folderKeys.has(key)) return 'is there twice, letter case aside'
    this.#fileKeys.add(key)
    this.files.push(segments.slice(1).join('/'))
    return this.#claimFolders(segments.slice(0, -1))
  }

  #claimFolders(segments: string[]): string | undefined {
    for (let depth = segments.length; depth > 0; depth -= 1) {
      const key = keyOf(segments.slice(0, depth))
      if (this.#folderKeys.has(key)) return undefined
      if (this.#fileKeys.has(key)) return 'goes through a file'
      this.#folderKeys.add(key)
    }
    return undefined
  }
}

/** Two paths with one key are one file on a disk that ignores letter case or Unicode composition. */
const keyOf = (segments: string[]): string => segments.join('/').normalize('NFC').toLowerCase()

function shapeProblem(path: string, segments: string[]): string | undefined {
  if (path.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`
  if (FORBIDDEN.test(path)) return 'has a character that is not allowed'
  if (path.startsWith('/')) return 'is absolute'
  if (segments.some((segment) => segment === '..' || segment === '.' || segment === '')) return 'does not stay where it points'
  if (segments[0] !== ROOT) return `is not below ${ROOT}/`
  return undefined
}
