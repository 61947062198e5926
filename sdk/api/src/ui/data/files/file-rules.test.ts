import { expect, test } from 'vitest'
import { sortFiles } from './file-rules.js'

const file = (name: string, size = 10, type = '') => ({ name, size, type })
const reasons = (files: ReturnType<typeof file>[], rules: Parameters<typeof sortFiles>[1]) =>
  sortFiles(files, rules).refused.map(({ name, reason }) => [name, reason])

test('endings and types decide, not their case', () => {
  const rules = { accept: ['.csv', 'image/*', 'application/pdf'], multiple: true }
  const files = [file('A.CSV'), file('b.png', 10, 'image/png'), file('c', 10, 'application/pdf'), file('d.exe'), file('csv')]
  expect(sortFiles(files, rules).taken.map(({ name }) => name)).toEqual(['A.CSV', 'b.png', 'c'])
  expect(reasons(files, rules)).toEqual([['d.exe', 'type'], ['csv', 'type']])
})

test('sizes are checked to the byte; an empty file is no file', () => {
  expect(reasons([file('a', 10_000_000)], { maxMb: 10 })).toEqual([])
  expect(reasons([file('a', 10_000_001)], { maxMb: 10 })).toEqual([['a', 'size']])
  expect(reasons([file('a', 0)], {})).toEqual([['a', 'empty']])
})

test('one file only, unless several are wanted', () => {
  expect(reasons([file('a'), file('b')], {})).toEqual([['b', 'many']])
  expect(reasons([file('a'), file('b')], { multiple: true })).toEqual([])
})
