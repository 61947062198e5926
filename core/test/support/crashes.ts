import { spawn } from 'node:child_process'
import path from 'node:path'

export type CrashPoint = 'before-commit' | 'after-commit' | 'after-publish' | 'after-effect'
export interface Crashes {
  /** A process publishes one event and is killed at `point`. Returns the names that were acknowledged as committed. */
  publishAndDie(point: CrashPoint, name: string): Promise<string[]>
}

/** Processes that die by SIGKILL at a given point between an event's change and its delivery; through `brokers` where they are given. */
export const createCrashes = (url: string, brokers = ''): Crashes => ({
  publishAndDie: (point, name) =>
    new Promise((resolve, reject) => {
      const script = path.join(import.meta.dirname, 'crash-child.mjs')
      const child = spawn(process.execPath, [script, url, point, name, brokers], { stdio: ['ignore', 'pipe', 'inherit'] })
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('at the point')) child.kill('SIGKILL')
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        if (signal !== 'SIGKILL') reject(new Error(`the process ended by itself with ${code}`))
        else resolve(said.includes('committed') ? [name] : [])
      })
    }),
})
