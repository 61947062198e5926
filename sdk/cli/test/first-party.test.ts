import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { innoerp } from './scratch.js'

const plugins = join(import.meta.dirname, '../../../plugins')
const modules = readdirSync(plugins).filter((name) => existsSync(join(plugins, name, 'package.json')))

test.each(modules)('the module %s is in order, and npm packs of it what a host needs', async (name) => {
  const { code, said } = await innoerp(['validate', '--offline', name], { cwd: plugins })
  expect(said).toMatch(/is in order\.$/)
  expect(code).toBe(0)
  expect(JSON.parse(await readFile(join(plugins, name, 'package.json'), 'utf8'))).toMatchObject({ files: ['build', 'innoerp.sig.json'] })
})
