import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from './config.js'

export type GeneratedSecret = 'adminPassword' | 'registryToken'

/** What must stay the same from start to start and be known to nobody else. */
export interface Secrets {
  adminEmail: string
  /** Undefined once the account exists and the password came from the environment. */
  adminPassword: string
  registryToken: string
  /** Encrypts the signing keys and derives the database roles' passwords. */
  secretKey: string
  /** Secrets that were generated and not shown yet: the first start that becomes ready shows them, once. */
  unshown: GeneratedSecret[]
}

type Kept = Secrets
const fileOf = (home: string): string => path.join(home, 'secrets.json')

/** Secrets from the environment, else as kept in the home, else new ones. The file is readable by its owner alone. */
export async function loadSecrets(config: Config): Promise<Secrets> {
  const kept = await readKept(config.home)
  const unshown = kept.unshown ?? []
  const fresh = (name: GeneratedSecret, bytes: number): string => {
    unshown.push(name)
    return randomBytes(bytes).toString('base64url')
  }
  const secrets: Secrets = {
    adminEmail: config.admin.email ?? kept.adminEmail ?? 'admin@innoerp.local',
    adminPassword: config.admin.password ?? kept.adminPassword ?? fresh('adminPassword', 15),
    registryToken: config.registryToken ?? kept.registryToken ?? fresh('registryToken', 24),
    secretKey: config.secretKey ?? kept.secretKey ?? randomBytes(32).toString('base64url'),
    unshown,
  }
  // Of services that start side by side over a new home, the first one's secrets count for all.
  if (kept.secretKey === undefined && !(await claim(config.home, secrets))) return loadSecrets(config)
  await keep(config.home, secrets)
  return secrets
}

/** Notes that every secret has been shown. */
export const markShown = (home: string, secrets: Secrets): Promise<void> => keep(home, { ...secrets, unshown: [] })

/** Puts another secret key in the place of the one that the home keeps. */
export async function keepSecretKey(home: string, secretKey: string): Promise<void> {
  const kept = await readKept(home)
  await keep(home, { ...(kept as Kept), secretKey })
}

async function readKept(home: string): Promise<Partial<Kept>> {
  try {
    return JSON.parse(await readFile(fileOf(home), 'utf8')) as Partial<Kept>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** False where another process wrote the file first. */
async function claim(home: string, secrets: Kept): Promise<boolean> {
  const beside = await writeBeside(home, secrets)
  try {
    await link(beside, fileOf(home))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readKept(home)).secretKey === undefined
  } finally {
    await rm(beside, { force: true })
  }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
async function keep(home: string, secrets: Kept): Promise<void> {
  await rename(await writeBeside(home, secrets), fileOf(home))
}

async function writeBeside(home: string, secrets: Kept): Promise<string> {
  await mkdir(home, { recursive: true })
  const beside = `${fileOf(home)}.${randomBytes(6).toString('hex')}`
  await writeFile(beside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await chmod(beside, 0o600)
  return beside
}
