import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { packageFolder } from '../../platform/package-folder.js'
import { machine } from './machine.js'

const require = createRequire(import.meta.url)
/** The range that systemd keeps for users of single services; nothing else on a machine has them. */
const FIRST_USER = 61_184
const USERS = 4_336

/** How the process of one module is started, and what this machine could not hold it back from. */
export interface Confinement {
  /** What stands before the program: programs that take rights away and then become it. */
  prefix: readonly string[]
  /** Node's own options. */
  nodeOptions: readonly string[]
  /** The user that the process runs as; undefined for the host's own. */
  uid: number | undefined
  /** What is missing, for the log. */
  missing: readonly string[]
}

export interface ConfinementInit {
  moduleId: string
  /** Folders of its own code: the package, and the links by which it finds what it shares with the host. */
  folders: readonly string[]
  memoryMb: number
  /** The database can be reached without a network. */
  hasLocalDatabase: boolean
}

/** Takes from a module's process what this machine allows to be taken: files, programs, threads, network, the host's user. */
export async function confinementOf(init: ConfinementInit): Promise<Confinement> {
  const { isRoot, withoutNetwork, setpriv } = await machine()
  const folders = [...init.folders, ...hostCode()]
  const uid = isRoot && setpriv && folders.every(isOpenToAll) ? userOf(init.moduleId) : undefined
  const user = uid === undefined ? [] : ['--reuid', String(uid), '--regid', String(uid), '--clear-groups']
  const network = init.hasLocalDatabase ? withoutNetwork : undefined
  const permission = ['--permission', '--experimental-permission'].find((flag) => process.allowedNodeEnvironmentFlags.has(flag))
  const missing = [
    ...(network ? [] : [init.hasLocalDatabase ? 'a network of its own (unshare is not permitted here)' : 'a network of its own (the database is reached by TCP)']),
    ...(uid !== undefined || !isRoot ? [] : ['a user of its own (a folder on the way to its files is closed to others)']),
    ...(isRoot ? [] : ['a user of its own (the host does not run as root)']),
    ...(setpriv ? [] : ['an end with the host’s (setpriv is missing)']),
    ...(permission ? [] : ['Node’s permission model']),
  ]
  return {
    prefix: [...(network ?? []), ...(setpriv ? [...setpriv, ...user, '--'] : [])],
    nodeOptions: [...baseOptions(init.memoryMb), ...(permission ? [permission, ...readable(folders).map((what) => `--allow-fs-read=${what}`)] : [])],
    uid,
    missing,
  }
}

/** Contexts come as a header: the operator's JSON of 16 KB and a tenant's settings must fit. */
const baseOptions = (memoryMb: number): string[] => ['--no-warnings', '--no-addons', '--max-http-header-size=131072', `--max-old-space-size=${memoryMb}`]

/** A user number that follows from the module's id alone, so that no table has to be kept. */
const userOf = (moduleId: string): number => FIRST_USER + (createHash('sha256').update(moduleId).digest().readUInt32BE(0) % USERS)

const PACKAGES = ['@innoerp/core', '@innoerp/sdk'].map(packageFolder).filter((folder) => folder !== undefined)

/** Where the code lies that a module's process runs besides its own: the host's runtime, the SDK, their dependencies. */
function hostCode(): string[] {
  const own = PACKAGES.flatMap((folder) => ['dist', 'node_modules'].map((name) => path.join(folder, name)))
  const shared = (require.resolve.paths('fastify') ?? []).filter((folder) => path.basename(folder) === 'node_modules')
  // Where libraries are links, Node reads them at the place that they lead to.
  const linked = packageFolder('fastify')
  return [...new Set([...own, ...shared, ...(linked ? [path.dirname(linked)] : [])])].filter(existsSync)
}

/** The folders with all that is in them, and the descriptions by which Node knows what kind of code it reads. */
function readable(folders: readonly string[]): string[] {
  return [...folders.map((folder) => `${folder}/*`), ...PACKAGES.map((folder) => path.join(folder, 'package.json'))]
}

/** Every folder on the way, and the folder itself, lets everybody through. */
function isOpenToAll(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
