import { fork } from 'node:child_process'
import { join } from 'node:path'
import { CliError } from '../cli-error.js'
import type { Inspection } from './subject.js'

/** Compiled, also when this file runs from its source. */
const CHILD = join(import.meta.dirname, '../../dist/validate/inspect-child.js')
const PATIENCE_MS = 30_000

/**
 * Sets the built module in `folder` up without a host and tells what it registers.
 * @throws CliError when it does not come to an end
 */
export function inspect(folder: string): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [folder], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
    const complaints: Buffer[] = []
    child.stderr?.on('data', (part: Buffer) => complaints.push(part))
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('message', (text) => {
      resolve(JSON.parse(String(text)) as Inspection)
      child.kill('SIGKILL')
    })
    child.once('close', () => {
      clearTimeout(timer)
      const details = Buffer.concat(complaints).toString('utf8').split('\n').filter((line) => line.trim() !== '').slice(0, 10)
      reject(new CliError(`The server of ${folder} could not be set up.`, { details }))
    })
  })
}
