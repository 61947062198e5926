import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { CliError } from '../cli-error.js'
import { command, type Terminal } from '../command.js'

/** A test of a module starts a whole host with a database. */
const LIMITS = ['--testTimeout', '60000', '--hookTimeout', '180000']

export const test = command({
  summary: 'Builds a module and runs its tests with vitest.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: { filter: { type: 'string', help: 'run test files whose path contains this' } },
  async run(terminal, { argument = '.', values: { filter } }) {
    const folder = resolve(terminal.cwd, argument)
    const { buildModule } = await import('../builder/build-module.js')
    const { source } = await buildModule(folder)
    const code = await runShown([vitestOf(folder), 'run', '--root', folder, ...LIMITS, ...(filter ? [filter] : [])], terminal)
    if (code !== 0) throw new CliError(`Tests of ${source.data.name} failed.`)
  },
})

function vitestOf(folder: string): string {
  try {
    return join(dirname(createRequire(join(folder, 'package.json')).resolve('vitest/package.json')), 'vitest.mjs')
  } catch {
    throw new CliError(`vitest is not installed in ${folder}: npm install --save-dev vitest`)
  }
}

/** In this terminal, so that a person sees the tests run. */
function runShown(args: readonly string[], { cwd, env }: Terminal): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...env }, stdio: 'inherit' })
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  })
}
