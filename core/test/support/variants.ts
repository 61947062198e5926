import { packPackage, signPackage } from '@innoerp/sdk/packaging'
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestHost } from '../../src/testing/index.js'
import { publishTarball, type Publisher } from './publish.js'

export interface Variant {
  version: string
  /** Signs it; the host's own first-party key unless told. */
  key?: KeyObject
  /** Changes files before they are signed. */
  change?(folder: string): Promise<void>
  /** Changes files after they were signed. */
  spoil?(folder: string): Promise<void>
}

/** Publishes a built module under another number. Returns its package. */
export async function publishVariant(host: TestHost, module: string, { version, key, change, spoil }: Variant): Promise<{ name: string; version: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'innoerp-variant-'))
  try {
    await cp(path.join(module, 'build'), path.join(folder, 'build'), { recursive: true })
    const description = JSON.parse(await readFile(path.join(module, 'package.json'), 'utf8')) as { name: string }
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...description, version }))
    await change?.(folder)
    await signPackage(folder, key ?? (await ownKey(host, 'first-party')))
    await spoil?.(folder)
    await publishTarball(host, { name: description.name, version, tarball: await packPackage(folder) })
    return { name: description.name, version }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** One of the two keys that the host made at its first start. */
export const ownKey = async ({ home }: Publisher, name: 'first-party' | 'development'): Promise<KeyObject> => createPrivateKey(await readFile(path.join(home, 'keys', `${name}.pem`)))
