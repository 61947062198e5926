import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { BUILT } from '@innoerp/sdk/packaging'
import { buildFolderOf } from '../built-package.js'
import { error, warning, type Finding, type Subject } from './subject.js'

const KIB = 1024
/** Bytes as browsers load them, brotli: what opens with the module, and all its pages. A module's own part is 1–10 KiB as a rule. */
export const BUNDLE_LIMITS = { entry: 40 * KIB, pages: 400 * KIB, largestServer: 5 * KIB * KIB }

const compress = promisify(brotliCompress)

/** That the pages do not weigh more than a visitor should wait for. */
export async function checkBundle({ source: { folder, ui } }: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  const server = await readFile(join(buildFolderOf(folder), BUILT.server))
  if (server.length > BUNDLE_LIMITS.largestServer) findings.push(warning(`server.js has ${inKib(server.length)}; every process of a host reads it`))
  if (ui === undefined) return findings
  const sizes = await sizesOf(join(buildFolderOf(folder), BUILT.ui))
  const entry = sizes.get('index.js') ?? 0
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  if (entry > BUNDLE_LIMITS.entry) findings.push(error(`index.js has ${inKib(entry)} of at most ${inKib(BUNDLE_LIMITS.entry)} (brotli); load pages with import()`))
  if (all > BUNDLE_LIMITS.pages) findings.push(error(`the pages have ${inKib(all)} of at most ${inKib(BUNDLE_LIMITS.pages)} (brotli)`))
  return findings
}

async function sizesOf(folder: string): Promise<Map<string, number>> {
  const names = await readdir(folder)
  return new Map(await Promise.all(names.map(async (name) => [name, (await compress(await readFile(join(folder, name)))).length] as const)))
}

const inKib = (bytes: number) => `${(bytes / KIB).toFixed(1)} KiB`
