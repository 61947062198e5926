import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { keyIdOf, manifestProblems } from '@innoerp/sdk/packaging'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { signingKey, signingKeyFile } from '../signing-key.js'
import { fail, ok, warn, type Diagnosis } from './finding.js'

const OTHERS = 0o077

/** The key that `innoerp sign` would take. */
export async function checkKey(terminal: Terminal): Promise<Diagnosis> {
  const file = signingKeyFile(terminal)
  try {
    const id = keyIdOf(await signingKey(terminal))
    const { mode } = file === undefined ? { mode: 0 } : await stat(file)
    if ((mode & OTHERS) !== 0) return warn('signing key', `${file} can be read by others`, `chmod 600 ${file}`)
    return ok('signing key', `${id}${file === undefined ? '' : ` in ${file}`}`)
  } catch (error) {
    if (error instanceof CliError && terminal.env.INNOERP_SIGNING_KEY === undefined) {
      return warn('signing key', `${file} is not there`, 'A host makes it at its first start: set INNOERP_HOME to its home. Or: innoerp keys create')
    }
    return fail('signing key', (error as Error).message, 'INNOERP_SIGNING_KEY names an Ed25519 key in PEM form; innoerp keys create makes one.')
  }
}

/** The module in the current folder, if there is one, and the SDK that is installed for it. */
export async function checkModule({ cwd }: Terminal): Promise<Diagnosis[]> {
  const text = await readFile(join(cwd, 'package.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return [ok('module', 'none in this folder')]
  const data = parse(text)
  if (data?.innoerp === undefined) return [ok('module', 'none in this folder')]
  const [problem] = manifestProblems(data.innoerp)
  const module = problem ? fail('module', `${problem.field}: ${problem.message}`, 'innoerp validate says it all.') : ok('module', `${data.name}@${data.version}`)
  return [module, await checkSdk(cwd)]
}

async function checkSdk(cwd: string): Promise<Diagnosis> {
  try {
    const entry = createRequire(join(cwd, 'package.json')).resolve('@innoerp/sdk/contract')
    const { version } = JSON.parse(await readFile(join(dirname(entry), '../../package.json'), 'utf8')) as { version: string }
    return ok('@innoerp/sdk', version)
  } catch {
    return fail('@innoerp/sdk', 'is not installed here', 'npm install')
  }
}

function parse(text: string): Partial<ModulePackage> | undefined {
  try {
    return JSON.parse(text) as Partial<ModulePackage>
  } catch {
    return undefined
  }
}
