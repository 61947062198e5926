import { testServer } from '../src/testing/index.js'
import { bind, runOn, type Row, type Statement } from '@innoerp/sdk/server'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let client: pg.Client
const others: pg.Client[] = []

async function connect(): Promise<pg.Client> {
  const { address } = await testServer()
  const made = new pg.Client({ ...address, database: 'postgres' })
  made.on('error', () => {}) // a broken connection fails what runs on it
  await made.connect()
  return made
}
beforeEach(async () => void (client = await connect()))
afterEach(async () => {
  await Promise.all([client, ...others.splice(0)].map((open) => open.end().catch(() => {})))
})

const rowsOf = async (statements: readonly Statement[], { hidden = 0, named = true } = {}): Promise<Row[][]> =>
  (await runOn(client, { statements, hidden }, named)).map(({ rows }) => rows)

describe.each([true, false])('a batch (named statements: %s)', (named) => {
  test('gives the rows of each statement, and none of the hidden ones', async () => {
    const statements = [bind('select 1 as dropped', []), bind('select $1::int + n as sum from generate_series(1, 2) n', [10]), bind('select 1 as one where false', [])]
    for (let round = 0; round < 3; round += 1) expect(await rowsOf(statements, { hidden: 1, named })).toEqual([[{ sum: 11 }, { sum: 12 }], []])
  })

  test('tells null from empty text and keeps every sign', async () => {
    const texts = [null, '', 'naïve', '日本 🙂', 'a"b\\c\n']
    const select = (text: string | null) => bind(`select $1::text as text, 7 as seven`, [text])
    expect(await rowsOf(texts.map(select), { named })).toEqual(texts.map((text) => [{ text, seven: 7 }]))
  })

  test('puts together rows that come in many pieces', async () => {
    const [rows] = await rowsOf([bind(`select n, repeat('ä', 400000) as long from generate_series(1, 5) n`, [])], { named })
    expect(rows?.map(({ n, long }) => [n, String(long).length])).toEqual([1, 2, 3, 4, 5].map((n) => [n, 400_000]))
  })

  test('fails as a whole with PostgreSQL’s own error, and the connection goes on', async () => {
    await rowsOf([bind('create temporary table kept (n int constraint positive check (n > 0))', [])], { named })
    const insert = (n: number) => bind('insert into kept values ($1)', [n])
    await expect(rowsOf([insert(1), insert(-1)], { named })).rejects.toMatchObject({ code: '23514', severity: 'ERROR', constraint: 'positive', table: 'kept' })
    expect(await rowsOf([bind('select count(*)::int as n from kept', [])], { named })).toEqual([[{ n: 0 }]])
  })

  test('takes a statement whose result type changed since', async () => {
    await rowsOf([bind('create temporary table changing (value int)', [])], { named })
    const select = bind('select value from changing', [])
    await rowsOf([bind('insert into changing values (1)', []), select], { named })
    await rowsOf([bind('alter table changing alter column value type text', [])], { named })
    const first = await rowsOf([select], { named }).catch((error: pg.DatabaseError) => error.code)
    expect(first).toEqual(named ? '0A000' : [[{ value: '1' }]]) // a plan that is kept is found out of date once
    expect(await rowsOf([select], { named })).toEqual([[{ value: '1' }]])
  })
})

test('a statement that PostgreSQL cannot parse is not taken for known', async () => {
  const early = bind('select n from made_later', [])
  await expect(rowsOf([early])).rejects.toMatchObject({ code: '42P01' })
  await rowsOf([bind('create temporary table made_later as select 3 as n', [])])
  expect(await rowsOf([early])).toEqual([[{ n: 3 }]])
})

test('the same statement twice in one batch is parsed once', async () => {
  const select = (n: number) => bind('select $1::int as n', [n])
  expect(await rowsOf([select(1), select(2)])).toEqual([[{ n: 1 }], [{ n: 2 }]])
})

test('a value that has no text fails its batch alone', async () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  await expect(rowsOf([bind('select $1::jsonb', [circular])])).rejects.toThrow(/circular/)
  expect(await rowsOf([bind('select 1 as n', [])])).toEqual([[{ n: 1 }]])
})

test('pg’s own statements work between batches', async () => {
  await rowsOf([bind('select 1 as n', [])])
  expect((await client.query('select 2 as n')).rows).toEqual([{ n: 2 }])
  expect(await rowsOf([bind('select 1 as n', [])])).toEqual([[{ n: 1 }]])
})

test('a connection that is cut fails the batch under way and those after it', async () => {
  const [[{ pid } = {}] = []] = await rowsOf([bind('select pg_backend_pid() as pid', [])])
  const outcome = rowsOf([bind('select pg_sleep(20)', [])]).catch((error: unknown) => error)
  others.push(await connect())
  await others[0]?.query('select pg_terminate_backend($1)', [pid])
  expect(await outcome).toMatchObject({ code: '57P01' })
  await expect(rowsOf([bind('select 1 as n', [])])).rejects.toThrow(/Connection terminated/)
})
