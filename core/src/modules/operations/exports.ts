import { newId } from '@innoerp/sdk/server'
import type { DomainError } from '@innoerp/sdk/contract'
import type { Readable } from 'node:stream'
import type pg from 'pg'
import type { ExportFiles, Rows } from '../../platform/exports/export-files.js'
import type { Operations } from './operations.js'

/** Everything of one thing in a file, written by an operation and fetched once that succeeded. */
export interface Exports {
  /** @throws what `assertThere` throws */
  start(id: string, by: string): Promise<string>
  /** @throws `notFound` until it is done, and for an export of something else */
  read(id: string, operationId: string): Promise<{ size: number; stream: Readable }>
}
export interface ExportKind {
  /** Of the operation. */
  kind: string
  /** What the operation's input calls the id of the thing. */
  about: 'organizationId' | 'moduleId'
  files: ExportFiles
  operations: Operations
  /** What stands in the operation's `module_id`: operations of one name follow each other. */
  queueOf(id: string): string
  assertThere(id: string): void | Promise<void>
  rowsOf(db: pg.ClientBase, id: string): Promise<Rows[]>
  notFound(): DomainError
}

type Input = Record<ExportKind['about'] | 'file', string>

export function createExports({ kind, about, files, operations, queueOf, assertThere, rowsOf, notFound }: ExportKind): Exports {
  operations.define(kind, async (input: Input, progress) => {
    const counted = await progress.step('write', () => files.write(input.file, (db) => rowsOf(db, input[about])))
    progress.note(`${counted.rows} rows of ${counted.tables} tables`)
  })
  return {
    start: async (id, by) => {
      await assertThere(id)
      return operations.start({ kind, moduleId: queueOf(id), input: { [about]: id, file: `${id}-${newId()}.ndjson.gz` }, by })
    },
    read: async (id, operationId) => {
      const operation = await operations.find(operationId).catch(() => undefined)
      const input = operation?.input as Partial<Input> | undefined
      const isOurs = operation?.kind === kind && operation.state === 'succeeded' && input?.[about] === id
      const found = isOurs && input.file ? await files.open(input.file) : undefined
      if (!found) throw notFound()
      return found
    },
  }
}
