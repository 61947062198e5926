import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Database } from '../database/database.js'

/** Rows to write: all of a table, or those with a value in a column. */
export interface Rows {
  /** Quoted, with its schema. */
  table: string
  of?: { column: 'id' | 'organization_id' | 'module_id'; value: string }
}
export interface Counted {
  rows: number
  tables: number
}

/** Files of data that super admins ask for: a line of JSON `{table,row}` for each row, packed with gzip. */
export interface ExportFiles {
  /** Writes a file of rows that are all of one moment. A file that is there is whole. */
  write(name: string, rowsOf: (db: pg.ClientBase) => Promise<Rows[]>): Promise<Counted>
  /** `name` as it was written; undefined where it is not (or no longer) there. */
  open(name: string): Promise<{ size: number; stream: Readable } | undefined>
}

const BATCH = 1_000
/** In the platform's own tables: nobody's data but a secret. */
const SECRETS = new Set(['password_hash', 'token', 'invitation_token', 'successor', 'salt'])

export function createExportFiles({ database, home }: { database: Database; home: string }): ExportFiles {
  const folder = path.join(home, 'exports')
  return {
    write: async (name, rowsOf) => {
      await mkdir(folder, { recursive: true })
      const target = path.join(folder, name)
      const beside = `${target}.part`
      const db = await database.connectAsOwner()
      const counted: Counted = { rows: 0, tables: 0 }
      try {
        await db.query(`set role "${database.roles.owner}"`)
        await db.query('begin isolation level repeatable read read only')
        await pipeline(Readable.from(linesOf(db, await rowsOf(db), counted)), createGzip(), createWriteStream(beside, { mode: 0o600 }))
        await rename(beside, target)
        return counted
      } finally {
        await db.query('rollback').catch(() => {})
        await db.end()
        await rm(beside, { force: true })
      }
    },
    open: async (name) => {
      const file = path.join(folder, path.basename(name))
      const found = await stat(file).catch(() => undefined)
      return found && { size: found.size, stream: createReadStream(file) }
    },
  }
}

async function* linesOf(db: pg.ClientBase, wanted: readonly Rows[], counted: Counted): AsyncGenerator<string> {
  for (const { table, of } of wanted) {
    counted.tables += 1
    const where = of ? ` where ${of.column} = ${pg.escapeLiteral(of.value)}` : ''
    await db.query(`declare rows no scroll cursor for select * from ${table}${where}`)
    for (;;) {
      const { rows } = await db.query<Record<string, unknown>>(`fetch ${BATCH} from rows`)
      if (rows.length === 0) break
      counted.rows += rows.length
      for (const row of rows) yield `${JSON.stringify({ table, row: table.startsWith('mod_') ? row : withoutSecrets(row) })}\n`
    }
    await db.query('close rows')
  }
}

const withoutSecrets = (row: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(row).filter(([name]) => !SECRETS.has(name)))
