import { expect, test } from 'vitest'
import { readConfig } from './read-config'

const problemOf = (text: string) => {
  const read = readConfig(text)
  return 'problem' in read ? read.problem : undefined
}

test('an object is read, and nothing typed is an empty one', () => {
  expect(readConfig(' { "rate": 0.19, "of": ["a"] } ')).toEqual({ config: { rate: 0.19, of: ['a'] } })
  expect(readConfig('  ')).toEqual({ config: {} })
})

test('what is no JSON is told with its line', () => expect(problemOf('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({ key: 'syntax', values: { line: 3 } }))

test.each(['[]', '"text"', '3', 'null'])('%s is no object', (text) => expect(problemOf(text)?.key).toBe('object'))

test('the bounds of the server hold, by bytes and not by characters', () => {
  expect(problemOf(JSON.stringify({ text: 'ä'.repeat(8_200) }))?.key).toBe('size')
  expect(problemOf(JSON.stringify({ text: 'a'.repeat(8_200) }))).toBeUndefined()
  expect(problemOf(JSON.stringify(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1]))))?.key).toBe('members')
  expect(problemOf(JSON.stringify({ ['n'.repeat(101)]: 1 }))?.key).toBe('name')
})
