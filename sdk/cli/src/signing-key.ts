import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CliError } from './cli-error.js'
import type { Terminal } from './command.js'

/**
 * The private key to sign with: of the file that was named, else of `INNOERP_SIGNING_KEY` (PEM text or a file), else the
 * development key that the host keeps in its home.
 */
export async function signingKey(terminal: Terminal, file?: string): Promise<KeyObject> {
  const named = file ?? terminal.env.INNOERP_SIGNING_KEY
  const path = signingKeyFile(terminal, file)
  return path === undefined ? parse(named ?? '', 'INNOERP_SIGNING_KEY') : parse(await read(path, named !== undefined), path)
}

/** The file of that key; undefined where `INNOERP_SIGNING_KEY` is the key itself. */
export function signingKeyFile({ cwd, env }: Terminal, file?: string): string | undefined {
  const named = file ?? env.INNOERP_SIGNING_KEY
  if (named?.includes('-----BEGIN')) return undefined
  return named ? resolve(cwd, named) : join(resolve(cwd, env.INNOERP_HOME ?? '.innoerp'), 'keys/development.pem')
}

async function read(path: string, named: boolean): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const hint = named ? [] : ['Name a key with --key or INNOERP_SIGNING_KEY; `innoerp keys create` makes one.']
    throw new CliError(`The signing key cannot be read: ${(error as Error).message}`, { details: hint })
  }
}

function parse(pem: string, from: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new CliError(`${from} holds no private key in PEM form (PKCS#8).`)
  }
}
