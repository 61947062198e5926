import { signPackage } from '@innoerp/sdk/packaging'
import { builtPackage } from '../built-package.js'
import { command } from '../command.js'
import { signingKey } from '../signing-key.js'

export const sign = command({
  summary: 'Signs the built package of a module, file by file.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: { key: { type: 'string', help: 'Ed25519 private key, PEM (INNOERP_SIGNING_KEY, else keys/signing.pem in INNOERP_HOME)' } },
  async run(terminal, { argument, values }) {
    const { folder, manifest } = await builtPackage(terminal.cwd, argument)
    const { key_id, files } = await signPackage(folder, await signingKey(terminal, values.key))
    terminal.say(`${manifest.name}@${manifest.version}: ${Object.keys(files).length} files signed with the key ${key_id}`)
  },
})
