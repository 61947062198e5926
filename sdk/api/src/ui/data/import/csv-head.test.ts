import { describe, expect, test } from 'vitest'
import { HEAD_SIZE, parseRows, readFileHead, readHead } from './csv-head.js'

describe('rows', () => {
  test('quotes hold delimiters, line ends and quotes', () => {
    expect(parseRows('a,"b,1","c ""x""\nd"\r\ne,f,g', ',', 9)).toEqual([
      ['a', 'b,1', 'c "x"\nd'],
      ['e', 'f', 'g'],
    ])
  })

  test('empty cells count, empty lines do not', () => {
    expect(parseRows('a,,\n\n,b,c\n', ',', 9)).toEqual([
      ['a', '', ''],
      ['', 'b', 'c'],
    ])
  })

  test('no more than asked for', () => {
    expect(parseRows('a\nb\nc', ',', 2)).toEqual([['a'], ['b']])
  })
})

describe('the head', () => {
  test('has the columns and three rows', () => {
    expect(readHead('id,name\n1,A\n2,B\n3,C\n4,D')).toEqual({ columns: ['id', 'name'], rows: [['1', 'A'], ['2', 'B'], ['3', 'C']] })
  })

  test('is found with semicolons, tabs and a byte order mark', () => {
    expect(readHead('\ufeffname;city, country;phone\nA;B;C')).toMatchObject({ columns: ['name', 'city, country', 'phone'] })
    expect(readHead('name\tcity\nA\tB')).toMatchObject({ columns: ['name', 'city'] })
  })

  test.each([
    ['', 'empty'],
    ['\n\n', 'empty'],
    ['name,,city\nA,B,C', 'columns'],
    ['name,name\nA,B', 'repeated'],
  ])('of %j is refused: %s', (text, problem) => expect(readHead(text)).toBe(problem))
})

describe('a file', () => {
  test('in another encoding is refused', async () => {
    expect(await readFileHead(new Blob([new Uint8Array([0x6e, 0xe9, 0x0a])]))).toBe('utf8')
  })

  test('that is longer than the head may have a character cut in two there', async () => {
    const text = `name\n${'x'.repeat(HEAD_SIZE - 6)}é`
    expect(await readFileHead(new Blob([text]))).toMatchObject({ columns: ['name'] })
  })
})
