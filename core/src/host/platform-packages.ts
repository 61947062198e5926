import { publishedVersions, type PublishedVersion } from '@innoerp/registry'
import { packPackage } from '@innoerp/sdk/packaging'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Platform } from '../platform/platform.js'
import { PLATFORM_PACKAGES, publishedDescription, readRelease, type PlatformPackage, type PlatformRelease } from './platform-release.js'
import { publishPackage, tagPackage, type OwnRegistry } from './publish-package.js'
import { registryDatabase } from './registry-database.js'

export interface PlatformPackagesDeps {
  platform: Platform
  registryUrl(): string
}

/** Puts the platform's own packages into the embedded registry, so that modules can be made with nothing but its address. */
export interface PlatformPackages {
  /** Publishes what is new; called again, it only waits. A failure is logged, and the next call tries again. */
  publish(): Promise<void>
  /** Whether a request for this path of the registry asks for one of them. */
  concerns(url: string): boolean
}

const NAMES = PLATFORM_PACKAGES.map((name) => name.slice('@innoerp/'.length)).join('|')
const ASKED_FOR = new RegExp(`/@innoerp(?:%2f|/)(?:${NAMES})(?:[/?]|$)`, 'i')
/** How npm reads before it publishes: our own publishing must not wait for itself. */
const BEFORE_CHANGE = /[?&]write=/

export function createPlatformPackages(deps: PlatformPackagesDeps): PlatformPackages {
  let running: Promise<void> | undefined
  return {
    publish: () =>
      (running ??= publishRelease(deps).catch((error: unknown) => {
        running = undefined
        deps.platform.logs.logger('registry', 'platform').error({ err: error }, 'The platform’s packages could not be published')
      })),
    concerns: (url) => ASKED_FOR.test(url) && !BEFORE_CHANGE.test(url),
  }
}

/**
 * Publishes the release on this disk: under its own number, or, where other content has taken that number, as `<version>-dev.<hash8>`.
 * `latest` names what the host runs.
 */
async function publishRelease({ platform, registryUrl }: PlatformPackagesDeps): Promise<void> {
  const release = await readRelease()
  if (!release) return
  const registry = { url: registryUrl(), token: platform.secrets.registryToken }
  const published = await publishedVersions(registryDatabase(platform.database.core), PLATFORM_PACKAGES)
  const versions = versionsOf(release, published)
  for (const one of release.packages) {
    const { name } = one.description
    const version = versions.get(name) ?? one.description.version
    const known = published.find((row) => row.name === name && row.version === version)
    if (!known) await publishOne(one, { registry, folder: path.join(platform.config.home, 'registry'), release, versions })
    else if (!known.tags.includes('latest')) await tagPackage({ name, version, tag: 'latest' }, registry)
  }
}

/** Package → the version that this release has. All have their own numbers, or all are `-dev`. */
function versionsOf({ packages, hash }: PlatformRelease, published: readonly PublishedVersion[]): ReadonlyMap<string, string> {
  const isTaken = packages.some(({ description: { name, version } }) =>
    published.some((row) => row.name === name && row.version === version && row.manifest.innoerpRelease !== hash),
  )
  return new Map(packages.map(({ description: { name, version } }) => [name, isTaken ? `${version}-dev.${hash.slice(0, 8)}` : version]))
}

interface Publishing {
  registry: OwnRegistry
  /** For staging. */
  folder: string
  release: PlatformRelease
  versions: ReadonlyMap<string, string>
}

async function publishOne(one: PlatformPackage, { registry, folder, release, versions }: Publishing): Promise<void> {
  const staging = await mkdtemp(path.join(folder, '.platform-'))
  try {
    for (const name of one.paths) await cp(path.join(one.folder, name), path.join(staging, name))
    const description = publishedDescription(one, { release, versions })
    await writeFile(path.join(staging, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
    await publishPackage({ description, tarball: await packPackage(staging), tag: 'latest' }, registry)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}
