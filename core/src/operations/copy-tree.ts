import { copyFile, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'

/** Says of a path, relative to the top, with `/` between names, whether it stays out. */
export type LeavesOut = (relative: string) => boolean

/** Copies folders and plain files. What vanishes meanwhile is left out; sockets and links are too. */
export async function copyTree(from: string, { to, leavesOut, relative = '' }: { to: string; leavesOut: LeavesOut; relative?: string }): Promise<void> {
  await mkdir(path.join(to, relative), { recursive: true, mode: 0o700 })
  for (const entry of await readdir(path.join(from, relative), { withFileTypes: true }).catch(unlessGone([]))) {
    const below = relative === '' ? entry.name : `${relative}/${entry.name}`
    if (leavesOut(below)) continue
    if (entry.isDirectory()) await copyTree(from, { to, leavesOut, relative: below })
    else if (entry.isFile()) await copyFile(path.join(from, below), path.join(to, below)).catch(unlessGone(undefined))
  }
}

const unlessGone = <T>(instead: T) => (error: unknown): T => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  return instead
}
