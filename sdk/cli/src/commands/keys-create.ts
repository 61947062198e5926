import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { keyIdOf } from '@innoerp/sdk/packaging'
import { CliError } from '../cli-error.js'
import { command } from '../command.js'

export const keysCreate = command({
  summary: 'Makes an Ed25519 key to sign modules with, readable by you alone.',
  options: { out: { type: 'string', help: 'file to write (signing.pem)' } },
  async run({ cwd, say }, { values: { out = 'signing.pem' } }) {
    const file = resolve(cwd, out)
    const { privateKey } = generateKeyPairSync('ed25519')
    await writeNew(file, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
    say(`${file}: key ${keyIdOf(privateKey)}. Keep it secret. Whoever is to trust your modules needs its public half:`)
    say(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string)
  },
})

async function writeNew(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CliError(code === 'EEXIST' ? `${file} exists already and is left as it is.` : message)
  }
}
