import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { RegistryDatabase } from './database.js'
import { createFileStore, type FileStore } from './store/file-store.js'

/** A version whose tarball is not what was published. */
export interface DamagedVersion {
  name: string
  version: string
  problem: 'missing' | 'changed'
}
export interface FileAudit {
  /** Versions that were looked at: all. */
  checked: number
  damaged: DamagedVersion[]
}

/** Reads every tarball and compares it with the integrity under which it was published. */
export async function auditFiles({ database, filesFolder }: { database: RegistryDatabase; filesFolder: string }): Promise<FileAudit> {
  const files = createFileStore(filesFolder)
  const rows = await database.query<{ name: string; version: string; integrity: string }>(
    'select package as name, version, integrity from registry.versions order by package, published_at',
  )
  const damaged: DamagedVersion[] = []
  // One after the other: nobody who installs should wait for the disk.
  for (const { name, version, integrity } of rows) {
    const found = await integrityOf(files, integrity)
    if (found !== integrity) damaged.push({ name, version, problem: found === undefined ? 'missing' : 'changed' })
  }
  return { checked: rows.length, damaged }
}

/** What the stored file comes to; undefined where there is none. */
async function integrityOf(files: FileStore, integrity: string): Promise<string | undefined> {
  const file = await files.read(integrity)
  if (!file) return undefined
  const hash = createHash('sha512')
  await pipeline(file.handle.createReadStream(), hash)
  return `sha512-${hash.digest('base64')}`
}
