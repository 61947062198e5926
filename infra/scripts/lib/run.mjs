import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './root.mjs'

const children = new Set()

/**
 * Runs a program quietly and waits for it.
 * @throws with everything it printed, where it fails
 */
export async function run(command, args, options = {}) {
  // What is kept for a possible failure is shown as plain text.
  const env = { ...(options.env ?? process.env), NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = begin(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const parts = []
  child.stdout.on('data', (part) => parts.push(part))
  child.stderr.on('data', (part) => parts.push(part))
  const end = await ended(child)
  const output = Buffer.concat(parts).toString('utf8')
  if (end !== 0) throw new Error(`${output.trimEnd()}\n${[command, ...args].join(' ')} ended with ${end}`)
  return output
}

/** Runs a program whose output is shown as it comes. @returns its exit code, or the signal that ended it */
export const runShown = (command, args, options = {}) => ended(begin(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] }))

function begin(command, args, options) {
  const child = spawn(command, args, { cwd: root, ...options })
  children.add(child)
  return child
}

async function ended(child) {
  try {
    const [code, signal] = await once(child, 'close')
    return signal ?? code
  } finally {
    children.delete(child)
  }
}

/** Passes on that the process is to end: who asks this process to end means its children too. */
export function endChildrenOnSignals() {
  const end = (signal) => {
    for (const child of children) child.kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.on('SIGINT', end).on('SIGTERM', end)
  return () => process.off('SIGINT', end).off('SIGTERM', end)
}
