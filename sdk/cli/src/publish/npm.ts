import { spawn } from 'node:child_process'
import { CliError } from '../cli-error.js'

type Environment = Readonly<Record<string, string | undefined>>

interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the npm client. Settings of an npm that runs this command (`npm_*`) are kept from it. */
export function npm(args: readonly string[], { cwd, env }: { cwd: string; env: Environment }): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd, env: withoutNpmSettings(env), stdio: ['ignore', 'pipe', 'pipe'] })
    const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
    child.stdout.on('data', (part: Buffer) => parts.stdout.push(part))
    child.stderr.on('data', (part: Buffer) => parts.stderr.push(part))
    child.once('error', (error) => reject(new CliError(`npm cannot be run: ${error.message}`)))
    child.once('close', (code) => resolve({ code, stdout: textOf(parts.stdout), stderr: textOf(parts.stderr) }))
  })
}

const textOf = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8')

const withoutNpmSettings = (env: Environment) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)))

const SHOWN_LINES = 12

/** What a person needs of npm's complaints. */
export function reasonsOf({ stdout, stderr }: Outcome): string[] {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '')
  const errors = lines.filter((line) => /^npm (error|ERR!) (?! +at )/.test(line) && !line.includes('A complete log of this run'))
  return (errors.length > 0 ? errors : lines).slice(0, SHOWN_LINES)
}
