import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { SIGNATURE_FILE } from '@innoerp/sdk/packaging'
import { builtPackage } from '../built-package.js'
import { CliError } from '../cli-error.js'
import { command } from '../command.js'
import { npmPublish } from '../publish/npm-publish.js'

const DEFAULT_REGISTRY = 'http://localhost:8000/registry/'

export const publish = command({
  summary: 'Publishes the built and signed package of a module with npm.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: {
    registry: { type: 'string', help: `registry to publish to (INNOERP_REGISTRY_URL, else ${DEFAULT_REGISTRY})` },
    token: { type: 'string', help: 'token of that registry (INNOERP_REGISTRY_TOKEN; safer, since others may see arguments)' },
    tag: { type: 'string', help: 'dist-tag (latest; for a pre-release its first word, such as beta)' },
  },
  async run({ cwd, env, say }, { argument, values }) {
    const { folder, manifest } = await builtPackage(cwd, argument)
    const signed = await access(join(folder, SIGNATURE_FILE)).then(() => true, () => false)
    if (!signed) throw new CliError(`${manifest.name}@${manifest.version} is not signed. Run \`innoerp sign\` first.`)
    const registry = registryUrl(values.registry ?? env.INNOERP_REGISTRY_URL ?? DEFAULT_REGISTRY)
    const token = values.token ?? env.INNOERP_REGISTRY_TOKEN
    if (!token) throw new CliError('Publishing needs a token: set INNOERP_REGISTRY_TOKEN, or give --token.')
    await npmPublish({ folder, manifest, registry, token, tag: values.tag ?? defaultTag(manifest.version), env })
    say(`${manifest.name}@${manifest.version}: published to ${registry.href}`)
  },
})

function registryUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text.endsWith('/') ? text : `${text}/`) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new CliError(`${JSON.stringify(text)} is not the address of a registry, such as ${DEFAULT_REGISTRY}`)
}

/** `1.0.0` → `latest`, `1.0.0-beta.2` → `beta`: a pre-release must never become what everybody gets. */
function defaultTag(version: string): string {
  const release = version.split('-')[1]
  if (release === undefined) return 'latest'
  return /^[a-z]+/.exec(release)?.[0] ?? 'next'
}
