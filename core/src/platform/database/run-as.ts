import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** How to start PostgreSQL's programs: PostgreSQL refuses to run as root. */
export interface Launcher {
  /** The user to run as; undefined where the host's own will do. */
  uid: number | undefined
  gid: number | undefined
  /** The program and arguments that come before the one to run. */
  prefix: readonly string[]
}

const SETPRIV = '/usr/bin/setpriv'

/**
 * Chooses how to run programs that must reach `folders`. As root they run as another user; where that user cannot enter a folder
 * that only root may, they keep the one capability that lets them through.
 */
export function launcherFor(folders: readonly string[]): Launcher {
  const hasSetpriv = existsSync(SETPRIV)
  // A killed host takes its server down with it.
  const dying = hasSetpriv ? [SETPRIV, '--pdeathsig', 'INT'] : []
  if (process.getuid?.() !== 0) return { uid: undefined, gid: undefined, prefix: hasSetpriv ? [...dying, '--'] : [] }
  const { uid, gid } = unprivilegedUser()
  if (!hasSetpriv) return { uid, gid, prefix: [] }
  const user = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups']
  // access() judges by the real user and would drop the capability; the secure bit keeps it.
  const entering = folders.every(canEnter) ? [] : ['--securebits', '+no_setuid_fixup', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
  return { uid, gid, prefix: [...dying, ...user, ...entering, '--'] }
}

/** Starts `command` through the launcher. */
export function runAs({ uid, gid, prefix }: Launcher, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [program = '', ...args] = [...prefix, ...command]
  const identity = prefix.length === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {}
  return spawn(program, args, { ...options, ...identity, cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' } })
}

function unprivilegedUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) }
}

/** True if every folder above, and the folder itself or its parent, lets everybody through. */
function canEnter(folder: string): boolean {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
