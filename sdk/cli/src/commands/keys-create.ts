import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { keyIdOf } from '@innoerp/sdk/packaging'
import { CliError } from '../cli-error.js'
import { command } from '../command.js'

const DEFAULT_NAME = 'signing.pem'

export const keysCreate = command({
  summary: 'Makes an Ed25519 key to sign modules with, readable by you alone, and its public half.',
  options: { out: { type: 'string', help: `file to write (${DEFAULT_NAME}); the public half lies beside it, as .pub.pem` } },
  async run({ cwd, say }, { values: { out = DEFAULT_NAME } }) {
    const file = resolve(cwd, out)
    const publicFile = `${file.replace(/\.pem$/, '')}.pub.pem`
    const { privateKey } = generateKeyPairSync('ed25519')
    const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string
    await writeNew(file, { content: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, mode: 0o600 })
    await writeNew(publicFile, { content: publicPem, mode: 0o644 })
    say(`${file}: key ${keyIdOf(privateKey)}. Keep it secret.`)
    say(`${publicFile}: its public half. Whoever is to trust your modules needs it:`)
    say(publicPem)
  },
})

async function writeNew(file: string, { content, mode }: { content: string; mode: number }): Promise<void> {
  try {
    await writeFile(file, content, { mode, flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CliError(code === 'EEXIST' ? `${file} exists already and is left as it is.` : message)
  }
}
