import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { innoerp } from './scratch.js'

const bin = join(import.meta.dirname, '../bin/innoerp.js')
const run = (...args: string[]) => innoerp(args, { cwd: tmpdir() })

test.each([[], ['--help'], ['help']])('innoerp %s lists the commands', async (...args) => {
  const { code, said } = await run(...args)
  expect(code).toBe(0)
  for (const name of ['create', 'build', 'validate', 'test', 'sign', 'publish', 'start', 'keys create', 'doctor', 'module install']) expect(said).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

test.each([
  [['build', '--help'], 'Usage: innoerp build [folder] [options]'],
  [['keys', 'create', '-h'], 'Usage: innoerp keys create [options]'],
  [['start', '--help'], 'Usage: innoerp start [service]'],
])('innoerp %j helps', async (args, usage) => {
  expect(await run(...args)).toMatchObject({ code: 0, said: expect.stringMatching(new RegExp(`^${usage.replace(/[[\]]/g, '\\$&')}$`, 'm')) })
})

test.each([
  [['bild'], 'There is no command "bild"'],
  [['keys'], 'There is no command "keys"'],
  [['build', '--fast'], "Unknown option '--fast'"],
  [['build', 'a', 'b'], 'Unexpected argument: b'],
  [['start', 'here'], 'There is no service "here"'],
  [['sign', '--key'], '--key'],
])('innoerp %j is wrong usage', async (args, message) => {
  expect(await run(...args)).toMatchObject({ code: 2, said: expect.stringContaining(message) })
})

test('the command itself ends with the exit code, and complains on the error stream', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'bild'], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^innoerp: There is no command "bild"/)
})

test('innoerp start runs the host that the folder depends on, in its own process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'innoerp-start-'))
  const core = join(folder, 'node_modules/@innoerp/core')
  try {
    await mkdir(core, { recursive: true })
    await writeFile(join(core, 'package.json'), JSON.stringify({ name: '@innoerp/core', type: 'module', exports: { './main': './main.js' } }))
    await writeFile(join(core, 'main.js'), 'console.log(`host ${process.env.PORT} in ${process.pid}`)')
    const { pid, stdout } = spawnSync(process.execPath, [bin, 'start'], { cwd: folder, encoding: 'utf8', env: { ...process.env, PORT: '4711' } })
    expect(stdout).toBe(`host 4711 in ${pid}\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
