import type { ErrorDetail } from '@innoerp/sdk/contract'
import { isImportField, normalizedHeading, type ImportField } from '../../shared/company-import.js'
import { errors } from '../errors.js'

/** A column of the file that fills a field. */
export interface MappedColumn {
  index: number
  heading: string
  field: ImportField
}

/** Column of the file → field. */
export type Mapping = readonly (readonly [heading: string, field: string])[]

/** Reads the mapping of the query. Errors: `CRM_BAD_MAPPING`. */
export function parseMapping(json: string | undefined): Mapping | undefined {
  if (json === undefined) return undefined
  const value = jsonOf(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw errors.BAD_MAPPING()
  return Object.entries(value).map(([heading, field]) => {
    if (typeof field !== 'string') throw errors.BAD_MAPPING()
    return [heading.trim(), field] as const
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw errors.BAD_MAPPING()
  }
}

/**
 * Which columns fill which fields. Without a mapping, a column maps to the field of its own name. Errors: `CRM_COLUMNS`, with all
 * that does not fit: a column that is missing or stands twice, a field that does not exist or is filled twice, no name.
 */
export function mapColumns(header: readonly string[], mapping: Mapping | undefined): MappedColumn[] {
  const headings = header.map((heading) => heading.trim())
  const wanted = mapping ?? headings.filter((heading) => isImportField(normalizedHeading(heading))).map((heading) => [heading, normalizedHeading(heading)] as const)
  const columns: MappedColumn[] = []
  const problems: ErrorDetail[] = []
  for (const [heading, field] of wanted) {
    const problem = problemOf({ heading, field, headings, filled: columns })
    if (problem) problems.push({ column: heading, message: problem })
    else if (isImportField(field)) columns.push({ index: headings.indexOf(heading), heading, field })
  }
  if (problems.length === 0 && !columns.some(({ field }) => field === 'name')) problems.push({ column: 'name', message: noName(headings) })
  if (problems.length > 0) throw errors.COLUMNS({ values: { reasons: problems.map(({ message }) => message).join(' ') }, details: problems })
  return columns
}

interface Wanted {
  heading: string
  field: string
  headings: readonly string[]
  filled: readonly MappedColumn[]
}

function problemOf({ heading, field, headings, filled }: Wanted): string | undefined {
  if (!isImportField(field)) return `There is no field “${shown(field)}”.`
  const count = headings.filter((one) => one === heading).length
  if (count === 0) return `The file has no column “${shown(heading)}”. It has: ${listed(headings)}.`
  if (count > 1) return `The file has more than one column “${shown(heading)}”.`
  const other = filled.find((column) => column.field === field)
  return other && `The columns “${shown(other.heading)}” and “${shown(heading)}” both map to ${field}.`
}

const noName = (headings: readonly string[]): string => `No column maps to name, which every company needs. The file has: ${listed(headings)}.`

const MAX_SHOWN = 60
const shown = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text)
const listed = (headings: readonly string[]): string => headings.slice(0, 30).map(shown).join(', ') + (headings.length > 30 ? ', …' : '')
