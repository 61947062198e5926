import { keyIdOf } from '@innoerp/sdk/packaging'
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Keys for module packages: the one this installation signs with, and all that it trusts. */
export interface ModuleKeys {
  signing: KeyObject
  /** Key id → public key. */
  trusted: ReadonlyMap<string, KeyObject>
}

/** Reads `<home>/keys`: `signing.pem`, made at first start and readable by its owner alone, and `trusted/*.pem`. */
export async function loadModuleKeys(home: string): Promise<ModuleKeys> {
  const folder = path.join(home, 'keys')
  const file = path.join(folder, 'signing.pem')
  await mkdir(path.join(folder, 'trusted'), { recursive: true })
  const signing = createPrivateKey(await readFile(file, 'utf8').catch(() => makeKey(file)))
  const own = createPublicKey(signing)
  const trusted = new Map([[keyIdOf(own), own]])
  for (const name of await readdir(path.join(folder, 'trusted'))) {
    if (!name.endsWith('.pem')) continue
    const key = createPublicKey(await readFile(path.join(folder, 'trusted', name), 'utf8'))
    trusted.set(keyIdOf(key), key)
  }
  return { signing, trusted }
}

async function makeKey(file: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' })
  return pem
}
