import { packPackage, SIGNATURE_FILE, signPackage, unpackPackage } from '@innoerp/sdk/packaging'
import { createHash, type KeyObject } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModuleSource } from '../builder/module-source.js'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { REGISTRY } from '../commands/module/api.js'
import type { HostClient } from '../host/host-client.js'
import { readNpmrc, scopeRegistry } from '../publish/npmrc.js'
import { DEFAULT_REGISTRY, registryUrl } from '../registry-url.js'
import { grantAll, install } from './go-live.js'
import type { OwnRegistry, Upload } from './upload.js'

const PATIENCE_MS = 10_000

export interface BesideOptions {
  terminal: Terminal
  source: ModuleSource
  host: HostClient
  own: OwnRegistry
  /** Signs what the host is to trust. */
  key: KeyObject
  staging: string
}

interface Packument {
  'dist-tags': Record<string, string>
  versions: Record<string, { dist: { tarball: string; integrity: string } }>
}

/**
 * Installs the modules `ids` beside the one that is written, as their authors built them: from the registry of the platform, checked
 * against its hash and signed anew, since this host trusts no keys but its own.
 * @returns those that are there
 */
export async function installBeside(ids: readonly string[], options: BesideOptions): Promise<string[]> {
  const { items } = await options.host.get<{ items: { module_id: string; package: string | null }[] }>(`${REGISTRY}?limit=100`)
  const here = new Set(items.map(({ module_id }) => module_id))
  const there: string[] = []
  for (const id of ids) {
    const isThere = here.has(id) || (await bring(id, options))
    if (isThere) there.push(id)
  }
  return there
}

async function bring(id: string, options: BesideOptions): Promise<boolean> {
  const { source, host, own, terminal } = options
  try {
    await install({ host, registry: own }, await fetchModule(`@innoerp/module-${id}`, options))
    await grantAll({ host, id })
    return true
  } catch (error) {
    const isNeeded = source.data.innoerp.requires?.[id]?.optional !== true
    const reason = error instanceof Error ? error.message : String(error)
    if (isNeeded) throw new CliError(`${id} cannot be installed beside this module: ${reason}`)
    terminal.complain(`  ${id} is not there: ${reason}`)
    return false
  }
}

async function fetchModule(name: string, { terminal: { env }, source, key, staging }: BesideOptions): Promise<Upload> {
  const settings = await readNpmrc([source.folder, env.HOME], env)
  const registry = registryUrl(env.INNOERP_REGISTRY_URL || scopeRegistry(settings, name) || DEFAULT_REGISTRY)
  const packument = JSON.parse((await read(new URL(name.replace('/', '%2f'), registry))).toString('utf8')) as Packument
  const version = packument['dist-tags'].latest ?? ''
  const dist = packument.versions[version]?.dist
  if (!dist) throw new Error(`${registry.href} has no release of ${name}`)
  const tarball = await read(new URL(dist.tarball))
  if (`sha512-${createHash('sha512').update(tarball).digest('base64')}` !== dist.integrity) throw new Error(`${name}@${version} is not what ${registry.href} says it is`)
  const folder = join(staging, 'beside')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await unpackPackage(tarball, folder)
  await rm(join(folder, SIGNATURE_FILE), { force: true })
  await signPackage(folder, key)
  return { name, version, tarball: await packPackage(folder) }
}

async function read(url: URL): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: Error) => {
    throw new Error(`${url.host} does not answer (${error.message})`)
  })
  if (!answer.ok) throw new Error(`${url.href} answered ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}
