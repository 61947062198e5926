import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What this machine lets the host do to the processes that it starts. */
export interface Machine {
  isRoot: boolean
  /** Gives a process a network that leads nowhere; undefined where that is not permitted. */
  withoutNetwork: readonly string[] | undefined
  /** util-linux's setpriv, with what it can do here; undefined where it is missing. */
  setpriv: readonly string[] | undefined
}

const SETPRIV = '/usr/bin/setpriv'
const UNSHARE = '/usr/bin/unshare'
const TRUE = '/bin/true'

let known: Promise<Machine> | undefined

/** Tried once a host: what a container permits cannot be read anywhere. */
export const machine = (): Promise<Machine> => (known ??= probe())

async function probe(): Promise<Machine> {
  const isRoot = process.getuid?.() === 0
  // Without root a user namespace, in which one's own id stays what it is, opens the way.
  const withoutNetwork = isRoot ? [UNSHARE, '--net', '--'] : [UNSHARE, '--user', '--map-current-user', '--net', '--']
  const bare = [SETPRIV, '--pdeathsig', 'KILL', '--no-new-privs']
  const whole = isRoot ? [...bare, '--inh-caps', '-all', '--bounding-set', '-all'] : bare
  return {
    isRoot,
    withoutNetwork: (await works(UNSHARE, withoutNetwork)) ? withoutNetwork : undefined,
    setpriv: (await works(SETPRIV, [...whole, '--'])) ? whole : (await works(SETPRIV, [...bare, '--'])) ? bare : undefined,
  }
}

function works(program: string, command: readonly string[]): Promise<boolean> {
  if (!existsSync(program)) return Promise.resolve(false)
  const [first = '', ...rest] = command
  return new Promise((resolve) => {
    const child = spawn(first, [...rest, TRUE], { stdio: 'ignore', env: {}, cwd: '/' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
