import { mkdir } from 'node:fs/promises'
import { list, extract, type ReadEntry } from 'tar'
import { moduleErrors } from '../module-errors.js'

const MAX_ENTRIES = 5_000
const MAX_BYTES = 200 * 1024 * 1024

/** Why an entry must not be unpacked; undefined for one that may. */
function problemOf(entry: ReadEntry, seen: Set<string>): string | undefined {
  const { path, type } = entry
  if (type !== 'File' && type !== 'Directory') return `${path} is a ${type}`
  if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..') || path.includes('\0')) return `${path} leaves the package’s folder`
  if (!path.startsWith('package/')) return `${path} lies outside package/`
  const key = path.toLowerCase()
  if (type === 'File' && seen.has(key)) return `${path} is there twice`
  seen.add(key)
  return undefined
}

/**
 * Unpacks a package's tarball into `folder`. Every entry is checked before the first one is written.
 * @throws MODULE_BAD_PACKAGE for links, devices, absolute or `..` paths, doubles, too many entries, too many bytes
 */
export async function unpack(tarball: Buffer, { name, folder }: { name: string; folder: string }): Promise<void> {
  let problem: string | undefined
  let bytes = 0
  const seen = new Set<string>()
  await feed(
    list({
      strict: true,
      onReadEntry: (entry) => {
        bytes += entry.size ?? 0
        problem ??= problemOf(entry, seen)
        if (seen.size > MAX_ENTRIES) problem ??= `it has more than ${MAX_ENTRIES} entries`
        if (bytes > MAX_BYTES) problem ??= `it unpacks to more than ${MAX_BYTES / 1024 / 1024} MiB`
        entry.resume()
      },
    }),
    tarball,
  ).catch((error: unknown) => (problem ??= error instanceof Error ? error.message : String(error)))
  if (problem !== undefined) throw moduleErrors.BAD_PACKAGE({ values: { name, problem } })
  await mkdir(folder, { recursive: true })
  await feed(extract({ cwd: folder, strip: 1, strict: true, preserveOwner: false }), tarball)
}

function feed(stream: NodeJS.WritableStream, tarball: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject)
    stream.once('finish', () => resolve())
    stream.once('close', () => resolve())
    stream.end(tarball)
  })
}
