import { OneOf, Strict, Type, type Static } from '@innoerp/sdk/contract'
import type { Company } from './company.js'

/** 10 MiB: some 100,000 companies. */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024

/** Findings in one answer; more are counted, not listed. */
export const MAX_IMPORT_ERRORS = 10_000

/** Fields that a file may fill. An owner is a person of the organization, which no file can name. */
export const IMPORT_FIELDS = [
  'name', 'email', 'phone', 'website', 'industry', 'street', 'city', 'region', 'postal_code', 'country',
] as const satisfies readonly (keyof typeof Company.properties)[]
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const isImportField = (name: string): name is ImportField => (IMPORT_FIELDS as readonly string[]).includes(name)

/** A heading as it is compared with the names of fields: `Postal code` stands for `postal_code`. */
export const normalizedHeading = (heading: string): string => heading.trim().toLowerCase().replace(/[\s-]+/g, '_')

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
