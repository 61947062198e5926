import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const ABANDONED_MS = 3_600_000
const OWNER_ONLY = { folder: 0o700, file: 0o600 }

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** A file that is safely on disk under a name that nobody reads; `keep` and `discard` may be called more than once. */
export interface StagedFile {
  /** Gives the file its final name, so that it survives a crash from here on. */
  keep(): Promise<void>
  discard(): Promise<void>
}

export interface FileStore {
  /** Makes the folders and removes what a crashed publication left. Call it once before use. */
  prepare(): Promise<void>
  stage(bytes: Uint8Array, integrity: string): Promise<StagedFile>
  /** An open file and its size in bytes, to be closed by the caller; undefined when there is none. */
  read(integrity: string): Promise<{ handle: FileHandle; size: number } | undefined>
}

/**
 * Tarballs by content: a file is named by the SHA-512 of its bytes, so no part of a path comes from a request, and equal bytes are
 * one file.
 *
 * @param folder absolute path; everything below it belongs to the store
 */
export function createFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  const kept = join(folder, 'files')
  const pathOf = (integrity: string): string => {
    const hex = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
    return join(kept, hex.slice(0, 2), `${hex}.tgz`)
  }
  return {
    async prepare() {
      for (const path of [incoming, kept]) await mkdir(path, { recursive: true, mode: OWNER_ONLY.folder })
      await removeAbandoned(incoming)
    },
    async stage(bytes, integrity) {
      const temporary = join(incoming, `${randomUUID()}.tgz`)
      try {
        await writeDurably(temporary, bytes)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      return stagedFile(temporary, pathOf(integrity))
    },
    async read(integrity) {
      try {
        const handle = await open(pathOf(integrity), 'r')
        return { handle, size: (await handle.stat()).size }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
  }
}

function stagedFile(temporary: string, final: string): StagedFile {
  let moved = false
  return {
    async keep() {
      if (moved) return
      await mkdir(dirname(final), { recursive: true, mode: OWNER_ONLY.folder })
      await rename(temporary, final)
      moved = true
      // A rename is durable only when the folders that name the file are.
      await syncFolder(dirname(final))
      await syncFolder(dirname(dirname(final)))
    },
    discard: () => rm(temporary, { force: true }),
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', OWNER_ONLY.file)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Only old files go: another process may be publishing into the same folder right now. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const entry of await readdir(incoming)) {
    const path = join(incoming, entry)
    const age = await ageOf(path)
    if (age !== undefined && age > ABANDONED_MS) await rm(path, { force: true })
  }
}

/** Milliseconds since the last write; undefined when the file has gone meanwhile. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
