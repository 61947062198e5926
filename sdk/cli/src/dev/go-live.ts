import type { ModuleDetail, Started } from '../commands/module/api.js'
import { REGISTRY } from '../commands/module/api.js'
import { followOperation } from '../host/follow-operation.js'
import type { HostClient } from '../host/host-client.js'
import { upload, type OwnRegistry, type Upload } from './upload.js'

/** Which installed module, as whose package. */
export interface Target {
  host: HostClient
  registry: OwnRegistry
  id: string
}

const POLL_MS = 15
const silent = { say: () => {}, pollMs: POLL_MS }

/**
 * Makes a package the version that everybody has: published, installed beside the one before, started on trial, switched to. The one
 * before serves until then, and goes on where any of that fails.
 * @returns retires the development versions before
 * @throws CliError with the host's own words
 */
export async function goLive(target: Target, made: Upload): Promise<() => Promise<void>> {
  const { host, id } = target
  const before = await versionsOf(target)
  const state = before.get(made.version)
  if (state === 'installed') await follow(host, `${REGISTRY}/${id}/versions/${made.version}/activate`)
  else if (state !== 'active') await install(target, made)
  await grantAll(target)
  await host.put(`${REGISTRY}/${id}/channels`, { stable: made.version })
  const old = [...before].filter(([version, was]) => was === 'active' && version !== made.version && isDevelopment(version))
  return async () => {
    for (const [version] of old) await follow(host, `${REGISTRY}/${id}/versions/${version}/deactivate`)
  }
}

/** Publishes a package and installs it; it serves from then on. */
export async function install({ host, registry }: Pick<Target, 'host' | 'registry'>, made: Upload): Promise<void> {
  await upload(made, registry)
  await follow(host, `${REGISTRY}/install`, { package: made.name, version: made.version, activate: true })
}

/** All that the module asks for: it is its author who would be asked. */
export async function grantAll({ host, id }: Pick<Target, 'host' | 'id'>): Promise<void> {
  const { requested, granted } = await host.get<{ requested: string[]; granted: string[] }>(`${REGISTRY}/${id}/capabilities`)
  if (requested.some((word) => !granted.includes(word))) await host.put(`${REGISTRY}/${id}/capabilities`, { granted: requested })
}

const isDevelopment = (version: string) => /-dev\.[0-9a-f]{8}$/.test(version)

const follow = async (host: HostClient, path: string, json?: unknown) => followOperation(host, await host.post<Started>(path, json), silent)

/** State by version; none of a module that was never installed. */
async function versionsOf({ host, id }: Target): Promise<ReadonlyMap<string, string>> {
  const { items } = await host.get<{ items: ModuleDetail[] }>(`${REGISTRY}?limit=100`)
  const versions = items.find(({ module_id }) => module_id === id)?.versions ?? []
  return new Map(versions.map(({ version, state }) => [version, state]))
}
