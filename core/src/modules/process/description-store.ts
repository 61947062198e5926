import { apiBaseOf, type Manifest } from '@innoerp/sdk/contract'
import { Value } from '@sinclair/typebox/value'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { moduleErrors } from '../module-errors.js'
import { Description } from './protocol.js'

const MAX_BYTES = 4 * 1024 * 1024

/** Where a version's description is kept between the runs of its process. */
const fileOf = (folder: string, { id, version }: { id: string; version: string }): string => path.join(folder, `${id}@${version}.json`)

/** @returns undefined where none is kept that can be used */
export async function readDescription(folder: string, of: { id: string; version: string }): Promise<Description | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(fileOf(folder, of), 'utf8'))
    return Value.Check(Description, kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that a crash leaves the old one or the new one. */
export async function keepDescription(folder: string, { id, version, description }: { id: string; version: string; description: Description }): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = fileOf(folder, { id, version })
  await writeFile(`${file}.${process.pid}`, JSON.stringify(description), { mode: 0o600 })
  await rename(`${file}.${process.pid}`, file)
}

/**
 * A description with nothing in it that is not the module's: paths below its own API base, consumers and ports of its manifest.
 * @throws MODULE_UNDECLARED, MODULE_BAD_PACKAGE
 */
export function checkDescription(said: Description, manifest: Manifest): Description {
  const declared = { consumer: manifest.events?.consumes ?? [], port: manifest.ports ?? [], job: manifest.jobs ?? [] }
  for (const [kind, given] of [['consumer', said.consumers], ['port', said.ports], ['job', said.jobs]] as const) {
    const extra = given.find((what) => !declared[kind].includes(what))
    if (extra !== undefined) throw moduleErrors.UNDECLARED({ values: { name: manifest.id, kind, what: extra } })
  }
  const base = apiBaseOf(manifest)
  const own = Object.entries(said.document.paths ?? {}).filter(([route]) => route === base || route.startsWith(`${base}/`))
  const description = { ...said, document: { ...said.document, paths: Object.fromEntries(own) } }
  if (JSON.stringify(description).length > MAX_BYTES) throw moduleErrors.BAD_PACKAGE({ values: { name: manifest.id, problem: 'the description of its routes is too large' } })
  return description
}
