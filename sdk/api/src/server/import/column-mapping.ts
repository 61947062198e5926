import type { ErrorDetail } from '../../contract/errors.js'
import type { ImportErrors } from './import-errors.js'
import type { ImportSpec } from './import-spec.js'

/** A column of the file that fills a field. */
export interface MappedColumn {
  index: number
  heading: string
  field: string
}

/** Column of the file → field. */
export type Mapping = readonly (readonly [heading: string, field: string])[]

/** Reads the mapping of the query. Errors: `BAD_MAPPING`. */
export function parseMapping(json: string | undefined, errors: ImportErrors): Mapping | undefined {
  if (json === undefined) return undefined
  const value = jsonOf(json, errors)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw errors.BAD_MAPPING()
  return Object.entries(value).map(([heading, field]) => {
    if (typeof field !== 'string') throw errors.BAD_MAPPING()
    return [heading.trim(), field] as const
  })
}

function jsonOf(text: string, errors: ImportErrors): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw errors.BAD_MAPPING()
  }
}

/** A heading as it is compared with the names of fields: `Postal code` stands for `postal_code`. */
const normalizedHeading = (heading: string): string => heading.trim().toLowerCase().replace(/[\s-]+/g, '_')

/**
 * Which columns fill which fields. Without a mapping, a column maps to the field of its own name. Errors: `COLUMNS`, with all that
 * does not fit: a column that is missing or stands twice, a field that does not exist, is filled twice, or is needed and not filled.
 */
export function mapColumns(header: readonly string[], mapping: Mapping | undefined, spec: Pick<ImportSpec, 'noun' | 'fields' | 'required' | 'errors'>): MappedColumn[] {
  const headings = header.map((heading) => heading.trim())
  const isField = (name: string) => Object.hasOwn(spec.fields, name)
  const wanted = mapping ?? headings.map((heading) => [heading, normalizedHeading(heading)] as const).filter(([, field]) => isField(field))
  const columns: MappedColumn[] = []
  const problems: ErrorDetail[] = []
  for (const [heading, field] of wanted) {
    const problem = isField(field) ? problemOf({ heading, field, headings, filled: columns }) : `There is no field “${shown(field)}”.`
    if (problem) problems.push({ column: heading, message: problem })
    else columns.push({ index: headings.indexOf(heading), heading, field })
  }
  if (problems.length === 0) problems.push(...missing(columns, headings, spec))
  if (problems.length > 0) throw spec.errors.COLUMNS({ values: { reasons: problems.map(({ message }) => message).join(' ') }, details: problems })
  return columns
}

interface Wanted {
  heading: string
  field: string
  headings: readonly string[]
  filled: readonly MappedColumn[]
}

function problemOf({ heading, field, headings, filled }: Wanted): string | undefined {
  const count = headings.filter((one) => one === heading).length
  if (count === 0) return `The file has no column “${shown(heading)}”. It has: ${listed(headings)}.`
  if (count > 1) return `The file has more than one column “${shown(heading)}”.`
  const other = filled.find((column) => column.field === field)
  return other && `The columns “${shown(other.heading)}” and “${shown(heading)}” both map to ${field}.`
}

const missing = (columns: readonly MappedColumn[], headings: readonly string[], { noun, required }: Pick<ImportSpec, 'noun' | 'required'>): ErrorDetail[] =>
  Object.keys(required)
    .filter((field) => !columns.some((column) => column.field === field))
    .map((field) => ({ column: field, message: `No column maps to ${field}, which every ${noun} needs. The file has: ${listed(headings)}.` }))

const MAX_SHOWN = 60
const shown = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text)
const listed = (headings: readonly string[]): string => headings.slice(0, 30).map(shown).join(', ') + (headings.length > 30 ? ', …' : '')
