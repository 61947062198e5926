import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { canonicalJson, type Json } from './canonical-json.js'
import { BUILD_FOLDER } from './limits.js'
import { listFiles } from './list-files.js'
import { readManifest } from './package-manifest.js'

/** What of a `package.json` a host goes by; a version is only a name for the rest. */
const COUNTED = ['name', 'type', 'innoerp']

/**
 * A name for what a module package does: SHA-256 over its manifest and everything built, 64 hexadecimal digits. Version, signature,
 * scripts and documents do not count, so that one content keeps its hash under every number, in its author's folder as in a host's.
 * @throws `PACKAGE_NO_MANIFEST`, and as {@link listFiles}
 */
export async function contentHash(folder: string): Promise<string> {
  const description = await readManifest(folder)
  const manifest: Json = Object.fromEntries(COUNTED.map((field) => [field, description[field] ?? null]))
  const built = await listFiles(join(folder, BUILD_FOLDER))
  return createHash('sha256').update(canonicalJson({ manifest, built })).digest('hex')
}
