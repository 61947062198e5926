import { createRequire } from 'node:module'

/** The packages of the platform that a module develops against. */
const PACKAGES = ['@innoerp/cli', '@innoerp/config', '@innoerp/core', '@innoerp/sdk'] as const
const PATIENCE_MS = 3_000

const { version: ownVersion } = createRequire(import.meta.url)('../../package.json') as { version: string }

/**
 * The range to depend on, by package: what the registry calls `latest`. A host that was built from a checkout serves what it runs as
 * a pre-release, which no range reaches; there, the version is named exactly. Without an answer: this command's own version.
 */
export async function platformRanges(registry: URL | undefined): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(PACKAGES.map(async (name) => [name, rangeOf((registry && (await latestOf(registry, name))) ?? ownVersion)] as const))
  return new Map(found)
}

const rangeOf = (version: string): string => (version.includes('-') ? version : `^${version}`)

async function latestOf(registry: URL, name: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(name.replace('/', '%2f'), registry), { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return undefined
    const { 'dist-tags': tags } = (await response.json()) as { 'dist-tags'?: { latest?: string } }
    return tags?.latest
  } catch {
    return undefined
  }
}
