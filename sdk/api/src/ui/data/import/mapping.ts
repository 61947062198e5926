import type { CsvHead } from './csv-head.js'

/** A field that columns can be put into. */
export interface ImportField {
  name: string
  /** Key of the label; `field.<name>` by default. */
  label?: string
  /** Without it nothing can be imported. */
  required?: boolean
  /** Other names that columns of it have in files, e.g. `zip` for `postal_code`. */
  alias?: readonly string[]
}

/** Column of the file → field of the record; columns that are left out do not stand in it. */
export type Mapping = Readonly<Record<string, string>>

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** How well a column's name fits a field: 3 the same, 2 another name of it, 1 one holds the other, 0 not. */
function fit(column: string, { name, alias = [] }: ImportField, label: string): number {
  const words = plain(column)
  if ([name, label].some((one) => plain(one) === words)) return 3
  if (alias.some((one) => plain(one) === words)) return 2
  const inside = [name, ...alias].map(plain).some((one) => one.length > 2 && (words.endsWith(one) || words.startsWith(one)))
  return inside ? 1 : 0
}

/** A first guess by the names of the columns; the best fit wins, each field is used once. */
export function guessMapping(
  { columns }: Pick<CsvHead, 'columns'>,
  fields: readonly ImportField[],
  labelOf: (field: ImportField) => string,
): Mapping {
  const fits = columns
    .flatMap((column) => fields.map((field) => ({ column, field: field.name, score: fit(column, field, labelOf(field)) })))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  const mapping: Record<string, string> = {}
  const used = new Set<string>()
  for (const { column, field } of fits) {
    if (column in mapping || used.has(field)) continue
    mapping[column] = field
    used.add(field)
  }
  return mapping
}

/** The mapping with `column` put into `field`, taken from the column that had it; undefined leaves the column out. */
export function withColumn(mapping: Mapping, column: string, field: string | undefined): Mapping {
  const kept = Object.entries(mapping).filter(([name, target]) => name !== column && target !== field)
  return Object.fromEntries(field === undefined ? kept : [...kept, [column, field]])
}

/** Required fields that no column is put into. */
export const missingFields = (mapping: Mapping, fields: readonly ImportField[]): readonly ImportField[] =>
  fields.filter(({ name, required }) => required && !Object.values(mapping).includes(name))
