import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What `innoerp dev` keeps for a module from one time to the next: a host's whole home, in the module's folder. */
export interface DevHome {
  folder: string
  accounts: Accounts
}

/** Made once for each home; they are worth nothing elsewhere. */
export interface Accounts {
  adminEmail: string
  adminPassword: string
  ownerEmail: string
  ownerPassword: string
  registryToken: string
}

const secret = () => randomBytes(12).toString('base64url')

/** Opens the home of the module in `folder`; git does not see it. */
export async function openHome(folder: string): Promise<DevHome> {
  const home = join(folder, '.innoerp')
  await mkdir(home, { recursive: true })
  await writeFile(join(home, '.gitignore'), '*\n')
  const file = join(home, 'dev.json')
  const kept = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Accounts, () => undefined)
  if (kept) return { folder: home, accounts: kept }
  const accounts = {
    adminEmail: 'admin@dev.example',
    adminPassword: `Admin-${secret()}`,
    ownerEmail: 'you@demo.example',
    ownerPassword: `Demo-${secret()}`,
    registryToken: secret(),
  }
  await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return { folder: home, accounts }
}
