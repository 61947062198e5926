import * as Type from '@sinclair/typebox'
import type { Static } from '@sinclair/typebox'
import { OneOf, Strict } from './schema.js'

/** 10 MiB: some 100,000 rows. */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024

/** Findings in one answer; more are counted, not listed. */
export const MAX_IMPORT_ERRORS = 10_000

export const ImportQuery = Strict({
  dry_run: Type.Boolean({ default: true, description: 'True: only check the file' }),
  on_error: OneOf(['refuse', 'skip'], { default: 'refuse', description: 'What bad rows do: refuse the file, or be skipped' }),
  mapping: Type.Optional(
    Type.String({ maxLength: 10_000, description: 'JSON: {"<csv column>":"<field>"}. Without it, equal names map by themselves' }),
  ),
})
export type ImportQuery = Static<typeof ImportQuery>

/** Something wrong with a row. `line` is where it starts in the file (the header is line 1); without `column` the whole row is meant. */
export const ImportError = Type.Object({ line: Type.Integer(), column: Type.Optional(Type.String()), message: Type.String() })
export type ImportError = Static<typeof ImportError>

export const ImportResult = Type.Object({
  total: Type.Integer({ description: 'Rows below the header; empty ones are not counted' }),
  valid: Type.Integer(),
  invalid: Type.Integer(),
  created: Type.Integer({ description: '0 for a dry run' }),
  errors: Type.Array(ImportError, { description: `The first ${MAX_IMPORT_ERRORS}` }),
})
export type ImportResult = Static<typeof ImportResult>
