import { sign, type KeyObject } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyIdOf } from './key-id.js'
import { SIGNATURE_FILE } from './limits.js'
import { listFiles } from './list-files.js'
import { readManifest } from './package-manifest.js'
import { signedText, type Signature } from './signature.js'

/**
 * Signs every file of a package folder and writes {@link SIGNATURE_FILE} into it, over an older one.
 * @param privateKey an Ed25519 private key
 * @param paths the files that belong to the package; all below `folder` where absent
 * @throws `PACKAGE_NO_KEY`, `PACKAGE_NO_MANIFEST`, and as {@link listFiles}
 */
export async function signPackage(folder: string, privateKey: KeyObject, paths?: readonly string[]): Promise<Signature> {
  const key_id = keyIdOf(privateKey)
  const { name, version } = await readManifest(folder)
  const files = await listFiles(folder, paths)
  const signature = sign(null, signedText({ name, version }, files), privateKey).toString('base64')
  const content: Signature = { algorithm: 'ed25519', key_id, files, signature }
  await writeFile(join(folder, SIGNATURE_FILE), `${JSON.stringify(content, null, 2)}\n`)
  return content
}
