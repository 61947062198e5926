import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { CliError } from '../cli-error.js'
import { npm, reasonsOf } from './npm.js'

interface Publication {
  folder: string
  manifest: ModulePackage
  registry: URL
  token: string
  tag: string
  env: Readonly<Record<string, string | undefined>>
}

const TOKEN_VARIABLE = 'INNOERP_REGISTRY_TOKEN'

/**
 * Runs the npm client's own `publish`. It sees a configuration made for this one call: a user's or project's settings could send
 * the package, or another registry's token, elsewhere.
 */
export async function npmPublish({ folder, manifest, registry, token, tag, env }: Publication): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'innoerp-publish-'))
  try {
    const userconfig = join(home, 'npmrc')
    await writeFile(userconfig, npmrc(registry, manifest.name), { mode: 0o600 })
    const options = ['--userconfig', userconfig, '--registry', registry.href, '--access', 'public', '--tag', tag, '--ignore-scripts']
    const outcome = await npm(['publish', folder, ...options], { cwd: home, env: { ...env, [TOKEN_VARIABLE]: token } })
    if (outcome.code === 0) return
    if (/ E401$/m.test(outcome.stderr)) throw new CliError(`${registry.href} does not accept the token.`, { details: reasonsOf(outcome) })
    throw new CliError(`npm could not publish ${manifest.name}@${manifest.version}:`, { details: reasonsOf(outcome) })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** The token stays in the environment; the file only says where npm finds it. */
function npmrc(registry: URL, name: string): string {
  const scope = name.startsWith('@') ? [`${name.split('/')[0]}:registry=${registry.href}`] : []
  return [`//${registry.host}${registry.pathname}:_authToken=\${${TOKEN_VARIABLE}}`, ...scope, 'update-notifier=false', ''].join('\n')
}
