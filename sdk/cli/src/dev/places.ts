import { mkdir, readFile, rename } from 'node:fs/promises'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { join, relative, resolve } from 'node:path'

const BUNDLED = /server\.js:(\d+):(\d+)/

const mapOf = (maps: string, version: string) => join(maps, `${version}.json`)

/** Keeps what says where the lines of a built server come from; it is no part of the package. */
export async function keepMap(map: string, { maps, version }: { maps: string; version: string }): Promise<void> {
  await mkdir(maps, { recursive: true })
  await rename(map, mapOf(maps, version))
}

export interface PlaceOptions {
  /** The module's folder. */
  folder: string
  maps: string
  version: string
  /** Where the server was built. */
  built: string
}

/** The place in the author's code, as `file:line:column`, that `text` names as one in the built server. */
export async function placeIn(text: string, { folder, maps, version, built }: PlaceOptions): Promise<string | undefined> {
  const [found, line = '', column = ''] = BUNDLED.exec(text) ?? []
  if (found === undefined) return undefined
  const payload = await readFile(mapOf(maps, version), 'utf8').then((json) => JSON.parse(json) as SourceMapPayload, () => undefined)
  const entry = payload && new SourceMap(payload).findEntry(Number(line) - 1, Number(column) - 1)
  if (!entry || !('originalSource' in entry)) return undefined
  return `${relative(folder, resolve(built, entry.originalSource))}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
}
