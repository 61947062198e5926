import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readNpmrc, scopeRegistry, tokenFor } from './npmrc.js'

let folders: string[]
beforeEach(async () => {
  folders = await Promise.all(['a', 'b'].map((name) => mkdtemp(join(tmpdir(), `innoerp-npmrc-${name}-`))))
})
afterEach(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const read = async (...texts: string[]) => {
  await Promise.all(texts.map((text, index) => writeFile(join(folders[index] ?? '', '.npmrc'), text)))
  return readNpmrc([...folders, undefined], { TOKEN: 's3cret' })
}

test('the nearer file counts, comments do not', async () => {
  const settings = await read('; @innoerp:registry=http://no/\n @innoerp:registry = http://near/ \n', '@innoerp:registry=http://far/\n@other:registry="http://other/"')
  expect(scopeRegistry(settings, '@innoerp/module-a')).toBe('http://near/')
  expect(scopeRegistry(settings, '@other/a')).toBe('http://other/')
  expect(scopeRegistry(settings, 'unscoped')).toBeUndefined()
})

test.each([
  ['//localhost:8000/registry/:_authToken=${TOKEN}', 's3cret'],
  ['//localhost:8000/:_authToken=above', 'above'],
  ['//localhost:8000/registry/:_authToken=${MISSING}', '${MISSING}'],
  ['//localhost:8001/registry/:_authToken=other', undefined],
  ['//localhost:8000/registry/more/:_authToken=below', undefined],
])('the token is that of the registry: %s', async (line, token) => {
  expect(tokenFor(await read(line), new URL('http://localhost:8000/registry/'))).toBe(token)
})
