import { generateKeyPairSync, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Isolation } from '../catalogue/catalogue-repository.js'

/**
 * The keys that a host makes for itself outside production: `first-party` signs what this repository builds, `development` what
 * authors build (DECISIONS 17).
 */
export const OWN_KEYS = { 'first-party': 'inline', development: 'process' } as const satisfies Record<string, Isolation>
export type OwnKeyName = keyof typeof OWN_KEYS

export interface OwnKey {
  name: OwnKeyName
  private: KeyObject
  public: KeyObject
}

/** Reads `<home>/keys/<name>.pem` (PKCS#8, readable by its owner alone), which is made when it is missing. */
export async function openOwnKey(home: string, name: OwnKeyName): Promise<OwnKey> {
  const file = path.join(home, 'keys', `${name}.pem`)
  await mkdir(path.dirname(file), { recursive: true })
  const key = createPrivateKey(await readFile(file, 'utf8').catch(() => makeKey(file)))
  return { name, private: key, public: createPublicKey(key) }
}

async function makeKey(file: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' })
  return pem
}
