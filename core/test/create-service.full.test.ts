import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** Below the package, so that the copy finds what is installed. */
const PARENT = path.join(ROOT, 'core/build/test')

let copy: string
beforeAll(async () => {
  await mkdir(PARENT, { recursive: true })
  copy = await mkdtemp(path.join(PARENT, 'service-'))
  for (const name of ['src', 'migrations', 'package.json']) await cp(path.join(ROOT, 'core', name), path.join(copy, 'core', name), { recursive: true })
  await mkdir(path.join(copy, 'core/test'))
  await symlink(path.join(ROOT, 'core/node_modules'), path.join(copy, 'core/node_modules'), 'dir')
  await writeFile(path.join(copy, 'package.json'), '{"name":"innoerp","private":true,"type":"module","workspaces":["core"]}')
  const settings = { extends: path.join(ROOT, 'sdk/config/tsconfig/base.json'), compilerOptions: { noEmit: true, composite: false, incremental: false }, include: ['core/src', 'core/test'], exclude: ['core/src/**/*.test.ts'] }
  await writeFile(path.join(copy, 'tsconfig.json'), JSON.stringify(settings))
  await writeFile(path.join(copy, 'vitest.config.ts'), 'export default { test: { testTimeout: 60000, hookTimeout: 180000 } }')
})
afterAll(() => rm(copy, { recursive: true, force: true }))

function run(file: string, args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, file), ...args], { cwd: copy })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()))
    child.once('close', (code) => resolve({ code, out }))
  })
}
const create = (name: string) => run('sdk/cli/bin/innoerp.js', ['create', '--service', name])

test('a new service compiles, is wired in, and passes its tests as it stands', { timeout: 240_000 }, async () => {
  const made = await create('work-sites')
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/core\/services\/|core\/src\/services\/work-sites\/index\.ts/) })
  expect(made.out).not.toContain('Write into')
  const index = await readFile(path.join(copy, 'core/src/host/services.ts'), 'utf8')
  expect(index).toContain('      workSitesService({ platform }),\n')
  expect(await run('node_modules/typescript/bin/tsc', ['-p', copy])).toEqual({ code: 0, out: '' })
  const { code, out } = await run('node_modules/vitest/vitest.mjs', ['run', '--root', copy, 'core/test/work-sites.test.ts'])
  expect([code, out]).toEqual([0, expect.stringContaining('2 passed')])
})

test('one that is there is left as it is', async () => {
  expect(await create('tenant')).toMatchObject({ code: 1, out: expect.stringContaining('is there already') })
  expect(await create('../x')).toMatchObject({ code: 2 })
})
