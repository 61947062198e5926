import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const children = new Set()

/**
 * Runs a program quietly and waits for it.
 * @throws with everything it printed, where it fails
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const parts = []
    children.add(child)
    child.stdout.on('data', (part) => parts.push(part))
    child.stderr.on('data', (part) => parts.push(part))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      children.delete(child)
      const output = Buffer.concat(parts).toString('utf8')
      if (code === 0) resolve(output)
      else reject(new Error(`${output.trimEnd()}\n${[command, ...args].join(' ')} ended with ${signal ?? code}`))
    })
  })
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
