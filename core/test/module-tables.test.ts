import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, testServer } from '../src/testing/index.js'

const INNOERP = path.resolve(import.meta.dirname, '../../sdk/cli/bin/innoerp.js')
/** Below the package, so that the module finds what is installed. */
const PARENT = path.resolve(import.meta.dirname, '../build/test')

let server: Awaited<ReturnType<typeof testServer>>
let database: Awaited<ReturnType<typeof createTestDatabase>>
let folder: string
beforeAll(async () => {
  server = await testServer()
  database = await createTestDatabase(server)
  await mkdir(PARENT, { recursive: true })
  folder = await mkdtemp(path.join(PARENT, 'tables-'))
  await run(['create', 'site-diary'], folder)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await database.drop()
  await server.stop()
})

function run(args: string[], cwd = path.join(folder, 'site-diary'), settings: Record<string, string> = { DATABASE_URL: database.url }): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [INNOERP, ...args], { cwd, env: { PATH: process.env.PATH, INNOERP_HOME: path.join(folder, 'home'), ...settings } })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()))
    child.once('close', (code) => resolve({ code, out }))
  })
}

async function query<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
  const db = new pg.Client({ connectionString: database.url })
  await db.connect()
  try {
    return (await db.query<R>(sql)).rows
  } finally {
    await db.end()
  }
}
const columns = async () => (await query<{ name: string }>(`select attname as name from pg_attribute where attrelid = to_regclass('mod_site_diary.note') and attnum > 0 and not attisdropped`)).map(({ name }) => name)

test('an author drafts a migration, runs it, and takes it back', { timeout: 240_000 }, async () => {
  expect(await run(['migrate', 'status'])).toEqual({ code: 0, out: '· 0001-note.js has not run\n' })
  expect(await run(['migrate', 'up'])).toEqual({ code: 0, out: '✓ 0001-note.js expand\n' })
  const note = path.join(folder, 'site-diary/src/shared/note.ts')
  await writeFile(note, `import { entity, Name, Optional, PlainDate, listOf, recordEvents, Text, Type, type NewRecord, type Static } from '@innoerp/sdk/contract'
export const Note = entity({ title: Name(200), body: Text(20_000, { default: '' }), due_on: Optional(PlainDate), place: Name(80) })
export type Note = Static<typeof Note>
export type NewNote = NewRecord<typeof Note>
export const NoteList = listOf(Note, { sort: ['title', 'place'], search: ['title'], filter: ['due_on'] })
export const noteEvents = recordEvents('site_diary.note', { title: Type.String() })
`)
  await query(`insert into mod_site_diary.note (organization_id, id, title) values (gen_random_uuid(), gen_random_uuid(), 'First day')`)
  expect((await run(['migrate', 'make'])).out).toContain('Drafted migrations/0002-note-place.ts')
  expect(await run(['migrate', 'up'])).toEqual({ code: 0, out: '✓ 0002-note-place.js expand\n' })
  expect(await columns()).toContain('place')
  expect(await run(['migrate', 'status'])).toEqual({ code: 0, out: '✓ 0001-note.js\n✓ 0002-note-place.js\n' })
  expect(await run(['migrate', 'down'])).toMatchObject({ code: 1, out: expect.stringContaining('note: 1 row') })
  expect(await columns()).toContain('place')
  expect(await run(['migrate', 'down', '--yes'])).toEqual({ code: 0, out: '✓ 0002-note-place.js down\n' })
  expect(await columns()).not.toContain('place')
  expect(await run(['migrate', 'down', '--steps', '9', '--yes'])).toEqual({ code: 0, out: '✓ 0001-note.js down\n' })
  expect(await columns()).toEqual([])
})

test('a migration that fails leaves all as it was, and its message', { timeout: 120_000 }, async () => {
  await rm(path.join(folder, 'site-diary/migrations'), { recursive: true })
  await mkdir(path.join(folder, 'site-diary/migrations'))
  await writeFile(path.join(folder, 'site-diary/migrations/0001-wrong.ts'), `import { migration } from '@innoerp/sdk/server'
export default migration({ expand: (schema) => schema.raw('create table {schema}.open (id int)'), down: (schema) => schema.dropTable('open') })
`)
  expect(await run(['migrate', 'up'])).toMatchObject({ code: 1, out: expect.stringMatching(/^innoerp: [^\n]*open[^\n]*\n$/) })
  expect(await query(`select to_regclass('mod_site_diary.open') as made`)).toEqual([{ made: null }])
})

test('without a database it says what is missing', async () => {
  const { code, out } = await run(['migrate', 'status'], undefined, {})
  expect([code, out]).toEqual([1, expect.stringMatching(/^innoerp: No host runs in .*home\. Start one there, or name a database in DATABASE_URL\.\n$/)])
})
