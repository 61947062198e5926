import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { packageFolder } from '../../platform/package-folder.js'
import type { Confinement } from './confinement.js'

/** The file descriptor of the channel between host and process. */
export const CHANNEL = 3

/** Starts a process that does what the host asks for over its channel. */
export function launch({ prefix, nodeOptions }: Confinement): ChildProcess {
  const main = path.join(packageFolder('@innoerp/core') ?? '', 'dist', 'modules', 'process', 'child', 'main.js')
  const [program = '', ...args] = [...prefix, process.execPath, ...nodeOptions, main]
  // A group of its own: Ctrl-C is for the host, which lets its modules finish.
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: { TZ: 'UTC' }, cwd: '/', detached: true })
}
