import { verifyPackage } from '@innoerp/sdk/packaging'
import { builtPackage, type BuiltPackage } from '../built-package.js'
import { CliError } from '../cli-error.js'
import { command, type Terminal } from '../command.js'
import { destinationOf } from '../publish/destination.js'
import { npmPublish } from '../publish/npm-publish.js'
import { packedPaths } from '../publish/packed-paths.js'
import { DEFAULT_REGISTRY } from '../registry-url.js'

export const publish = command({
  summary: 'Publishes the built and signed package of a module with npm.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: {
    registry: { type: 'string', help: `registry to publish to (INNOERP_REGISTRY_URL, else .npmrc, else ${DEFAULT_REGISTRY})` },
    token: { type: 'string', help: 'token of that registry (INNOERP_REGISTRY_TOKEN, else .npmrc; safer, since others may see arguments)' },
    tag: { type: 'string', help: 'dist-tag (latest; for a pre-release its first word, such as beta)' },
  },
  async run(terminal, { argument, values }) {
    const { cwd, env, say } = terminal
    const built = await builtPackage(cwd, argument)
    await checkSignature(built, terminal)
    const { folder, manifest } = built
    const { registry, token } = await destinationOf(built, values, terminal)
    await npmPublish({ folder, manifest, registry, token, tag: values.tag ?? defaultTag(manifest.version), env })
    say(`${manifest.name}@${manifest.version}: published to ${registry.href}`)
  },
})

/** Whose key it is, only a host can say; that the files are those that were signed, can be said here. */
async function checkSignature(built: BuiltPackage, terminal: Terminal): Promise<void> {
  const { name, version } = built.manifest
  const { state, problems } = await verifyPackage(built.folder, new Map(), await packedPaths(built, terminal))
  if (state === 'unsigned') throw new CliError(`${name}@${version} is not signed. Run \`innoerp sign\` first.`)
  if (state === 'modified') throw new CliError(`${name}@${version} was changed after it was signed. Run \`innoerp sign\` again.`, { details: problems })
}

/** `1.0.0` → `latest`, `1.0.0-beta.2` → `beta`: a pre-release must never become what everybody gets. */
function defaultTag(version: string): string {
  const release = version.split('-')[1]
  if (release === undefined) return 'latest'
  return /^[a-z]+/.exec(release)?.[0] ?? 'next'
}
