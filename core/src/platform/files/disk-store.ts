import { randomUUID } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ContentStore } from './content-store.js'

const absent = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

/** Content below a folder of this machine, readable by the host alone. */
export function createDiskStore(folder: string): ContentStore {
  const fileOf = (key: string): string => path.join(folder, ...key.split('/'))
  return {
    put: async (key, content) => {
      const file = fileOf(key)
      const beside = `${file}.${randomUUID()}`
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      // Written beside and renamed: under a key there is the whole content or none.
      await writeFile(beside, content, { mode: 0o600, flush: true })
      await rename(beside, file)
    },
    get: (key) => readFile(fileOf(key)).catch(absent),
    has: (key) => access(fileOf(key)).then(() => true, () => false),
    remove: (key) => rm(fileOf(key), { force: true }),
  }
}
