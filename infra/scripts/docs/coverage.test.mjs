import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../lib/root.mjs'

const read = (file) => readFileSync(join(root, file), 'utf8')
const references = [...read('core/docs/coverage.md').matchAll(/`([\w./-]+\.test\.(?:ts|tsx|mjs))`(?: → ([^;|]+))?/g)].map(([, file, words]) => ({ file, words: words?.trim() }))

test('every test that the page names exists and says what the page says of it', () => {
  expect(references.length).toBeGreaterThan(40)
  const missing = references.filter(({ file, words }) => !existsSync(join(root, file)) || (words && !read(file).includes(words)))
  expect(missing).toEqual([])
})

test('every test that decision 0001 names exists', () => {
  const named = [...read('core/docs/adr/0001-what-stands-for-the-documents-parts.md').matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file]) => file)
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
})
