import { verify, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Value } from '@sinclair/typebox/value'
import { isDomainError } from '../contract/errors.js'
import { SIGNATURE_FILE } from './limits.js'
import { listFiles } from './list-files.js'
import { readManifest } from './package-manifest.js'
import { Signature, signedText } from './signature.js'

/**
 * What a package's signature is worth:
 * - `signed`: every file is as a trusted key signed it, and no other file is there
 * - `unsigned`: there is no signature
 * - `modified`: the files are not those that were signed, or the signature is not the named key's
 * - `unknown_key`: the files are those of the list, but nobody trusts the key that it names
 */
export type SignatureState = 'signed' | 'unsigned' | 'modified' | 'unknown_key'

export interface Verification {
  state: SignatureState
  /** The key that the signature names; whether it is that key's, only `signed` says. */
  keyId?: string
  /** For people: what differs from what was signed. Only a `signed` package has none. */
  problems: string[]
}

const SHOWN_PROBLEMS = 20

/**
 * Judges a package folder by its {@link SIGNATURE_FILE}. Never throws for what a package may contain.
 * @param trusted key id → Ed25519 public key
 * @param paths the files that belong to the package; all below `folder` where absent
 */
export async function verifyPackage(folder: string, trusted: ReadonlyMap<string, KeyObject>, paths?: readonly string[]): Promise<Verification> {
  const text = await readFile(join(folder, SIGNATURE_FILE), 'utf8').catch(() => undefined)
  try {
    const files = await listFiles(folder, paths)
    if (text === undefined) return { state: 'unsigned', problems: [`There is no ${SIGNATURE_FILE}.`] }
    return await judge(folder, { text, files, trusted })
  } catch (error) {
    if (!isDomainError(error)) throw error
    return { state: text === undefined ? 'unsigned' : 'modified', problems: [error.message] }
  }
}

interface Evidence {
  text: string
  files: Record<string, string>
  trusted: ReadonlyMap<string, KeyObject>
}

async function judge(folder: string, { text, files, trusted }: Evidence): Promise<Verification> {
  const claim = parse(text)
  if (!claim) return { state: 'modified', problems: [`${SIGNATURE_FILE} is not a signature.`] }
  const keyId = claim.key_id
  const problems = differences(claim.files, files)
  if (problems.length > 0) return { state: 'modified', keyId, problems }
  const key = trusted.get(keyId)
  if (!key) return { state: 'unknown_key', keyId, problems: [`The key ${keyId} is not trusted here.`] }
  const { name, version } = await readManifest(folder)
  if (verify(null, signedText({ name, version }, files), key, Buffer.from(claim.signature, 'base64'))) {
    return { state: 'signed', keyId, problems: [] }
  }
  return { state: 'modified', keyId, problems: [`The signature is not that of the key ${keyId} for ${name}@${version}.`] }
}

function parse(text: string): Signature | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return Value.Check(Signature, data) ? data : undefined
  } catch {
    return undefined
  }
}

function differences(signed: Record<string, string>, found: Record<string, string>): string[] {
  const problems = Object.keys({ ...signed, ...found }).flatMap((path) => {
    if (!Object.hasOwn(found, path)) return [`${path} is missing.`]
    if (!Object.hasOwn(signed, path)) return [`${path} was added.`]
    return signed[path] === found[path] ? [] : [`${path} was changed.`]
  })
  if (problems.length <= SHOWN_PROBLEMS) return problems
  return [...problems.slice(0, SHOWN_PROBLEMS), `${problems.length - SHOWN_PROBLEMS} more files differ.`]
}
