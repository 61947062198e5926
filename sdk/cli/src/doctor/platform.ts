import type { Terminal } from '../command.js'
import { hostUrl } from '../host/host-client.js'
import { request } from '../host/request.js'
import { readNpmrc, scopeRegistry, tokenFor } from '../publish/npmrc.js'
import { DEFAULT_REGISTRY, registryUrl } from '../registry-url.js'
import { fail, ok, warn, type Diagnosis } from './finding.js'

const SCOPE = '@innoerp/sdk'

/** The registry, and the token for it. */
export async function checkRegistry({ cwd, env }: Terminal): Promise<Diagnosis[]> {
  const settings = await readNpmrc([cwd, env.HOME], env)
  const registry = registryUrl(env.INNOERP_REGISTRY_URL || scopeRegistry(settings, SCOPE) || DEFAULT_REGISTRY)
  const reached = await statusOf(new URL('-/ping', registry))
  if (reached !== 200) {
    return [fail('registry', `${registry.href} ${reached === undefined ? 'does not answer' : `answered ${reached}`}`, 'Start the host, or say in INNOERP_REGISTRY_URL where the registry is.')]
  }
  const found = ok('registry', registry.href)
  const token = env.INNOERP_REGISTRY_TOKEN || tokenFor(settings, registry)
  if (!token) return [found, warn('token', 'none', 'Publishing needs one: set INNOERP_REGISTRY_TOKEN, or keep it in .npmrc.')]
  const valid = (await statusOf(new URL('-/whoami', registry), token)) === 200
  return [found, valid ? ok('token', 'the registry accepts it') : fail('token', 'the registry does not accept it', 'Ask the operator of the host for another one.')]
}

export async function checkHost(terminal: Terminal): Promise<Diagnosis> {
  const url = hostUrl(terminal)
  const status = await statusOf(new URL('/health/ready', url))
  if (status === 200) return ok('host', `${url.host} is ready`)
  return warn('host', `${url.host} ${status === undefined ? 'does not answer' : `answered ${status}`}`, 'Start it, or say in INNOERP_URL where it is.')
}

async function statusOf(url: URL, token?: string): Promise<number | undefined> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return request(url, { method: 'GET', headers }).then(({ status }) => status, () => undefined)
}
