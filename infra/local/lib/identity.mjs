import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const STARTED = 22
const STATE = 3

/**
 * When a process began, as the system tells it: with it a process id names one process for ever.
 * @returns {string | undefined} undefined where no such process runs
 */
export const startOf = (pid) => (process.platform === 'linux' ? fromProc(pid) : fromPs(pid))

function fromProc(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in brackets, which may hold anything.
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const field = (number) => rest[number - 3]
    return field(STATE) === 'Z' ? undefined : field(STARTED)
  } catch {
    return undefined
  }
}

function fromPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
