import { expect, test } from 'vitest'
import type { Context } from '../../contract/context.js'
import { errorTable } from '../../contract/errors.js'
import { Name } from '../../contract/schema.js'
import { IMPORT_ERRORS } from './import-errors.js'
import type { ImportSpec } from './import-spec.js'
import { createJudge } from './judge-rows.js'

const columns = [{ index: 0, heading: 'Number', field: 'no' }]
const rowsOf = (...values: string[]) => values.map((no, index) => ({ line: index + 2, values: { no }, errors: [] as object[] as never[] }))
const spec: ImportSpec = {
  noun: 'thing',
  fields: { no: Name() },
  required: {},
  unique: ['no'],
  errors: errorTable('THING', IMPORT_ERRORS),
  judge: async (_ctx, rows) => rows.filter(({ values }) => values.no === 'stored').forEach((row) => row.fail('no', 'It is stored already.')),
  insert: async () => {},
}

test('a value that must stand once is refused the second time, in a later batch too, whatever its case', async () => {
  const judge = createJudge(spec)
  const [first, second] = [rowsOf('A1', 'a1', 'B2'), rowsOf('b2', 'C3')]
  const passed = [await judge({} as Context, first, columns), await judge({} as Context, second, columns)].flat()
  expect(passed.map(({ values }) => values.no)).toEqual(['A1', 'B2', 'C3'])
  expect([...first, ...second].flatMap(({ errors }) => errors)).toEqual([
    { line: 3, column: 'Number', message: 'Line 2 has “a1” already.' },
    { line: 2, column: 'Number', message: 'Line 4 has “b2” already.' },
  ])
})

test('what is stored is judged by the module, at the column as the file calls it', async () => {
  const rows = rowsOf('new', 'stored')
  expect((await createJudge(spec)({} as Context, rows, columns)).map(({ values }) => values.no)).toEqual(['new'])
  expect(rows[1]?.errors).toEqual([{ line: 3, column: 'Number', message: 'It is stored already.' }])
})
