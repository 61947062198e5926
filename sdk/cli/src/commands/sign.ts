import { signPackage } from '@innoerp/sdk/packaging'
import { builtPackage } from '../built-package.js'
import { command } from '../command.js'
import { packedPaths } from '../publish/packed-paths.js'
import { signingKey } from '../signing-key.js'

export const sign = command({
  summary: 'Signs what npm would pack of a module, file by file.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: { key: { type: 'string', help: 'Ed25519 private key, PEM (INNOERP_SIGNING_KEY, else keys/development.pem in INNOERP_HOME)' } },
  async run(terminal, { argument, values }) {
    const built = await builtPackage(terminal.cwd, argument)
    const key = await signingKey(terminal, values.key)
    const { key_id, files } = await signPackage(built.folder, key, await packedPaths(built, terminal))
    const { manifest } = built
    terminal.say(`${manifest.name}@${manifest.version}: ${Object.keys(files).length} files signed with the key ${key_id}`)
  },
})
