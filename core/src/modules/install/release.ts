import type { ModulePackage } from '@innoerp/sdk/contract'
import { contentHash, unpackPackage } from '@innoerp/sdk/packaging'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { IS_HERE, type FirstPartyDeps, type FirstPartySpec } from './first-party.js'

/** The public half of the key that signed a release, PEM. */
export const RELEASE_KEY = 'first-party.pub.pem'
const TARBALL = /\.tgz$/

/** A folder of module packages that were signed elsewhere, as an image has it: npm tarballs, and the public key beside them. */
export type ReleaseDeps = Pick<FirstPartyDeps, 'folder' | 'versions' | 'publish'> & { release: string }

/**
 * Publishes every package of a release whose content no installed version has. A number that other content has taken stays with it:
 * what is released has one content.
 * @returns what is to be installed
 */
export async function publishRelease({ release, folder, versions, publish }: ReleaseDeps): Promise<FirstPartySpec[]> {
  const published: FirstPartySpec[] = []
  for (const name of (await readdir(release).catch(() => [])).filter((file) => TARBALL.test(file)).sort()) {
    const tarball = await readFile(path.join(release, name))
    const { description, hash } = await look(tarball, path.join(folder, '.staging', `release-${name}-${process.pid}`))
    const { innoerp, version } = description
    const isTaken = versions.some((row) => row.module_id === innoerp.id && row.version === version && row.state !== 'failed')
    if (isTaken || versions.some((row) => row.content_hash === hash && IS_HERE.has(row.state))) continue
    await publish(description, tarball)
    published.push({ moduleId: innoerp.id, name: description.name, version })
  }
  return published
}

async function look(tarball: Buffer, staging: string): Promise<{ description: ModulePackage; hash: string }> {
  try {
    await mkdir(staging, { recursive: true })
    await unpackPackage(tarball, staging)
    const description = JSON.parse(await readFile(path.join(staging, 'package.json'), 'utf8')) as ModulePackage
    return { description, hash: await contentHash(staging) }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** The public key of a release, PEM; undefined where there is none. */
export const releaseKey = (release: string): Promise<string | undefined> => readFile(path.join(release, RELEASE_KEY), 'utf8').catch(() => undefined)
