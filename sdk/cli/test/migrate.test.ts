import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { innoerp, openScratch, type Scratch } from './scratch.js'

let scratch: Scratch
let folder: string
beforeEach(async () => {
  scratch = await openScratch()
  await innoerp(['create', 'site-diary'], { cwd: scratch.folder })
  folder = join(scratch.folder, 'site-diary')
})
afterEach(() => scratch.remove())

const NOTE = 'src/shared/note.ts'
const read = (path: string) => readFile(join(folder, path), 'utf8')
const write = (path: string, text: string) => writeFile(join(folder, path), text)
const make = (...args: string[]) => innoerp(['migrate', 'make', ...args], { cwd: folder })
const NOTHING = 'The migrations make all that the records have.'

test('nothing is missing in a new module; without its migration all of it is', { timeout: 60_000 }, async () => {
  expect(await make()).toEqual({ code: 0, said: NOTHING })
  const written = await read('migrations/0001-note.ts')
  await rm(join(folder, 'migrations/0001-note.ts'))
  expect(await make()).toMatchObject({ code: 0, said: expect.stringContaining('Drafted migrations/0001-note.ts') })
  const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => /^(import|t\.|tenant\.)/.test(line))
  expect(lines(await read('migrations/0001-note.ts'))).toEqual(lines(written))
  expect(await make()).toEqual({ code: 0, said: NOTHING })
})

test('added fields become columns that an older version can live with', { timeout: 60_000 }, async () => {
  const note = await read(NOTE)
  const fields = `due_on: Optional(PlainDate),
  company_id: Optional(Uuid),
  amount: Decimal,
  priority: OneOf(['low', 'high'], { default: "low" }),
  author: Name(80),`
  await write(NOTE, note.replace('due_on: Optional(PlainDate),', fields).replace('Optional, PlainDate', 'Decimal, OneOf, Optional, PlainDate, Uuid').replace("sort: ['title',", "sort: ['title', 'author',"))
  expect(await make('more')).toMatchObject({ code: 0, said: expect.stringMatching(/^note: company_id, amount, priority, author\nDrafted migrations\/0002-more\.ts/) })
  const draft = await read('migrations/0002-more.ts')
  const indexes = [
    `schema.raw('create index on {schema}."note" (organization_id, "company_id") where deleted_at is null')`,
    `schema.raw('create index on {schema}."note" (organization_id, ("author"), id) where deleted_at is null')`,
  ]
  for (const line of [
    "schema.alterTable('note', (t) => {",
    "t.uuid('company_id')\n",
    "t.specificType('amount', 'numeric').notNullable().defaultTo(0)",
    "t.text('priority').notNullable().defaultTo('low')",
    `t.specificType('author', 'text collate "und-x-icu"').notNullable().defaultTo('')`,
    "t.dropColumns('company_id', 'amount', 'priority', 'author')",
    ...indexes,
  ]) expect(draft).toContain(line)
  expect(await make()).toEqual({ code: 0, said: NOTHING })
  expect(await innoerp(['validate', '--offline'], { cwd: folder })).toMatchObject({ code: 0 })
})

test('tables come after those that their rows name', async () => {
  await write('src/shared/visit.ts', "import { entity, Optional, Type, Uuid } from '@innoerp/sdk/contract'\nexport const Visit = entity({ site_id: Uuid, note_id: Optional(Uuid), minutes: Type.Integer({ maximum: 600 }) })\n")
  await write('src/shared/work-site.ts', "import { entity, Name } from '@innoerp/sdk/contract'\nexport const Site = entity({ name: Name(), tags: { type: 'array', items: {} } as never })\n")
  const { said } = await make('--print')
  expect(said.indexOf("schema.tenantTable('site'")).toBeLessThan(said.indexOf("schema.tenantTable('visit'"))
  expect(said).toContain("tenant.reference('site_id', { table: 'site' }).notNullable()")
  expect(said).toContain("tenant.reference('note_id', { table: 'note', onDelete: 'set null' })")
  expect(said).toContain("t.integer('minutes').notNullable()")
  expect(said).toContain("t.jsonb('tags').notNullable()")
  expect(said.indexOf("schema.dropTable('visit')")).toBeLessThan(said.indexOf("schema.dropTable('site')"))
  expect(await readdir(join(folder, 'migrations'))).toEqual(['0001-note.ts'])
})

test('a column of no record is told, and left', async () => {
  await write(NOTE, (await read(NOTE)).replace("  body: Text(20_000, { default: '' }),\n", '').replace("search: ['title', 'body']", "search: ['title']").replace('Text, ', ''))
  expect(await make()).toMatchObject({ code: 0, said: expect.stringContaining('note.body is in no record: when no version reads it any more') })
})

test('what cannot be read or named is said in a line', async () => {
  expect(await make('../x')).toMatchObject({ code: 2, said: expect.stringContaining('cannot name a migration') })
  await write(NOTE, 'throw new Error("broken on purpose")')
  expect(await make()).toMatchObject({ code: 1, said: expect.stringMatching(/cannot be read/) })
})
