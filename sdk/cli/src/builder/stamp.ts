import { readdirSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What a build was made from: absolute path → size and time of its last change. */
export type Stamp = Record<string, string>

const OWN_SOURCES = ['package.json', 'src', 'migrations']
const TESTS = /\.test\.tsx?$/

/** The command's own files: another version of it may build otherwise. */
const TOOL = [dirname(import.meta.dirname), createRequire(import.meta.url).resolve('@innoerp/config/shared-libraries')]

/** Stamps the sources of `folder`, this command, and what else `inputs` says went into the build. */
export async function stampOf(folder: string, inputs: readonly string[] = []): Promise<Stamp> {
  const own = OWN_SOURCES.flatMap((name) => filesBelow(join(folder, name))).filter((path) => !TESTS.test(path))
  const all = [...new Set([...own, ...TOOL.flatMap(filesBelow), ...inputs])].sort()
  const entries = await Promise.all(all.map(async (path) => [path, await stateOf(path)] as const))
  return Object.fromEntries(entries)
}

const stateOf = (path: string) => stat(path).then(({ size, mtimeMs }) => `${size} ${mtimeMs}`, () => 'gone')

function filesBelow(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesBelow(join(path, entry.name)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return [path]
    if (code === 'ENOENT') return []
    throw error
  }
}

/** Whether nothing has changed since the stamp in `file` was written. */
export async function isFresh(folder: string, file: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Stamp, () => undefined)
  return before !== undefined && JSON.stringify(before) === JSON.stringify(await stampOf(folder, Object.keys(before)))
}

export async function writeStamp(file: string, stamp: Stamp): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(stamp))
}
