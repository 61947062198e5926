import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json } from './canonical-json.js'
import { packagingErrors } from './errors.js'

/** Which package a folder holds. */
export interface PackageIdentity {
  name: string
  version: string
}

/**
 * Reads the folder's `package.json`.
 * @throws `PACKAGE_NO_MANIFEST` where it has no name and version
 */
export async function readManifest(folder: string): Promise<PackageIdentity & { [key: string]: Json }> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => 'null')
  const data = parse(text)
  if (typeof data?.name !== 'string' || typeof data.version !== 'string') throw packagingErrors.NO_MANIFEST({ values: { folder } })
  return { ...data, name: data.name, version: data.version }
}

function parse(text: string): { [key: string]: Json } | null {
  try {
    return JSON.parse(text) as { [key: string]: Json } | null
  } catch {
    return null
  }
}
