import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.js'
import { listFiles } from './list-files.js'
import { readManifest } from './package-manifest.js'

/**
 * A name for what a package does: SHA-256 over all its files, 64 hexadecimal digits. The version in `package.json` and the
 * signature do not count, so that one content keeps its hash under every number.
 * @throws `PACKAGE_NO_MANIFEST`, and as {@link listFiles}
 */
export async function contentHash(folder: string): Promise<string> {
  const files = await listFiles(folder)
  const manifest = { ...(await readManifest(folder)), version: '' }
  return createHash('sha256').update(canonicalJson({ ...files, 'package.json': manifest })).digest('hex')
}
