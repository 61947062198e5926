import { createServer } from 'node:net'
import type { Terminal } from '../command.js'
import { npm } from '../publish/npm.js'
import { SHELL_PORT } from '../shell-port.js'
import { fail, ok, warn, type Diagnosis } from './finding.js'

const NEEDED_NODE = [20, 19] as const

export function checkNode(version: string = process.versions.node): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor, neededMinor] = NEEDED_NODE
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return ok('Node.js', version)
  return fail('Node.js', version, `Install ${NEEDED_NODE.join('.')} or newer.`)
}

export async function checkNpm({ cwd, env }: Terminal): Promise<Diagnosis> {
  const outcome = await npm(['--version'], { cwd, env }).catch(() => undefined)
  return outcome?.code === 0 ? ok('npm', outcome.stdout.trim()) : fail('npm', 'cannot be run', 'Signing and publishing need it; it comes with Node.js.')
}

/** The port that `innoerp dev` shows the shell on. */
export async function checkPort(port = SHELL_PORT): Promise<Diagnosis> {
  if (await isFree(port)) return ok('port', `${port} is free for the shell`)
  return warn('port', `${port} is taken`, 'End what listens there, or develop on another port.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
