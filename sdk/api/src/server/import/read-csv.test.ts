import { expect, test } from 'vitest'
import { errorTable, isDomainError } from '../../contract/errors.js'
import { textOf } from './csv-file.js'
import { IMPORT_ERRORS } from './import-errors.js'
import { readCsv, type CsvRow } from './read-csv.js'

const errors = errorTable('CRM', IMPORT_ERRORS)

const read = async (text: string | Buffer) => {
  const rows: CsvRow[] = []
  for await (const row of readCsv(textOf(typeof text === 'string' ? Buffer.from(text) : text, errors), errors)) rows.push(row)
  return rows
}
const refusal = async (text: string | Buffer) => {
  try {
    await read(text)
  } catch (error) {
    if (isDomainError(error)) return error
    throw error
  }
  throw new Error('The file was read.')
}

test('rows of many lines are reported at the line they start in, with either line ending', async () => {
  for (const end of ['\r\n', '\n']) {
    const rows = await read(['name,city', 'A,Berlin', '', '"B', 'and', 'sons",Kiel', ',', 'Ü,"x', 'y"', 'C,Bonn'].join(end))
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[1, 'name'], [2, 'A'], [4, `B${end}and${end}sons`], [8, 'Ü'], [10, 'C']])
  }
})

test('a file that ends its lines with a carriage return alone has lines too', async () => {
  expect((await read('name\rA\rB\r')).map(({ line }) => line)).toEqual([1, 2, 3])
})

test('a byte order mark is no part of the first heading', async () => {
  expect((await read('\uFEFFname\nA'))[0]).toEqual({ line: 1, cells: ['name'] })
})

test.each([';', '\t'])('cells may be separated by %j, and commas are text then', async (delimiter) => {
  expect((await read(`name${delimiter}"a;b,c"\nMüller, Söhne${delimiter}x`))[1]?.cells).toEqual(['Müller, Söhne', 'x'])
})

test('rows across the borders of chunks come whole', async () => {
  const names = Array.from({ length: 40_000 }, (_, index) => `Gesellschaft für Öl ${index}`)
  const rows = await read(`name,city\n${names.map((name) => `"${name}",x`).join('\n')}`)
  expect(rows.slice(1).map(({ cells }) => cells[0])).toEqual(names)
  expect(rows.at(-1)?.line).toBe(40_001)
})

test('an open quote, a quote in the middle, text after a quote: the line and what to mend', async () => {
  expect(await refusal('a,b\r\n1,"x\r\ny"\r\nX,"never closed,x\r\n')).toMatchObject({ code: 'CRM_FILE_NOT_CSV', details: [{ line: 4 }] })
  expect(await refusal('a,b\n1,2\n5" pipe,2\n')).toMatchObject({ code: 'CRM_FILE_NOT_CSV', details: [{ line: 3 }] })
  expect(await refusal('a,b\n"1" x,2\n')).toMatchObject({ code: 'CRM_FILE_NOT_CSV', details: [{ line: 2 }] })
})

test('bytes that are not UTF-8 are refused with the first line that has them', async () => {
  expect(await refusal(Buffer.from('name\nAnna\nSeñor\n', 'latin1'))).toMatchObject({ code: 'CRM_FILE_NOT_UTF8', message: expect.stringContaining('line 3') })
  expect(await refusal(Buffer.from('\uFEFFname\nA', 'utf16le'))).toMatchObject({ kind: 'unprocessable' })
})

test.each(['', '\uFEFF', ' \r\n\t\n'])('a file without anything (%j) is refused', async (text) => {
  expect(await refusal(text)).toMatchObject({ code: 'CRM_FILE_EMPTY' })
})

test('others get a turn after every few thousand rows of a large file', async () => {
  const row = 'Some company of ours,Somewhere\n'
  const file = Buffer.from(`name,city\n${row.repeat(100_000)}`)
  let [rows, sinceTurn, most, isOver] = [0, 0, 0, false]
  const takeTurn = () => {
    sinceTurn = 0
    if (!isOver) setImmediate(takeTurn)
  }
  takeTurn()
  for await (const { cells } of readCsv(file, errors)) {
    rows += cells.length / 2
    sinceTurn += 1
    most = Math.max(most, sinceTurn)
  }
  isOver = true
  expect(rows).toBe(100_001)
  expect(most).toBeLessThan((3 * 64 * 1024) / row.length)
})
