import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { CliError } from '../cli-error.js'
import { errorLine } from './error-line.js'

test('what the bundler of the server refuses is said with its place', async () => {
  const failure: unknown = await build({ stdin: { contents: 'const a =\n  = 1', sourcefile: 'src/server/a.ts', loader: 'ts' }, write: false, logLevel: 'silent' }).catch((error: unknown) => error)
  expect(errorLine('/module', failure)).toBe('src/server/a.ts:2:3 Unexpected "="')
})

test('what the bundler of the pages refuses is said with its place, without colours', () => {
  const error = { errors: [{ message: '\u001b[31m[PARSE_ERROR] \u001b[0mUnexpected token\n  12 | …', id: '/module/src/ui/a.tsx', loc: { line: 12, column: 4 } }] }
  expect(errorLine('/module', error)).toBe('src/ui/a.tsx:12:5 Unexpected token')
})

test('what a person can act on is one line', () => {
  expect(errorLine('/module', new CliError('It is wrong:', { details: ['first\n  more', 'second'] }))).toBe('It is wrong: first more second')
})
