import type { EntryDocument, NewEntry } from '../../shared/entry.js'
import { emptyLine, isBlank, problemOf, toFields, toLines, type AmountRules, type LineFields } from '../line-inputs.js'

/** An entry as it stands in the inputs. */
export interface EntryFields {
  journal_id: string | null
  /** `YYYY-MM-DD`, or empty. */
  date: string
  description: string
  reference: string
  lines: readonly LineFields[]
}

/** Lines that a new entry begins with. */
const FIRST_LINES = 2

export const newFields = (date: string): EntryFields => ({ journal_id: null, date, description: '', reference: '', lines: Array.from({ length: FIRST_LINES }, emptyLine) })

export const fieldsOf = ({ journal_id, date, description, reference, lines }: EntryDocument, rules: AmountRules): EntryFields => ({
  journal_id,
  date,
  description: description ?? '',
  reference: reference ?? '',
  lines: lines.length > 0 ? toFields(lines, rules) : newFields(date).lines,
})

/** Lines in which something stands: those that are saved. */
export const writtenLines = ({ lines }: EntryFields): LineFields[] => lines.filter((line) => !isBlank(line))

/** Whether the entry can be saved as it stands, balanced or not. */
export const isWhole = (fields: EntryFields, rules: AmountRules): boolean =>
  Boolean(fields.journal_id && fields.date) && writtenLines(fields).every((line) => problemOf(line, rules) === undefined)

/** The body that saves the entry; call only with what {@link isWhole}. */
export const bodyOf = (fields: EntryFields, rules: AmountRules): NewEntry => ({
  journal_id: fields.journal_id ?? '',
  date: fields.date,
  description: fields.description.trim() || null,
  reference: fields.reference.trim() || null,
  lines: toLines(writtenLines(fields), rules),
})

/** Findings of the server about lines, by the key of the line: `lines.2.account_id` is about the third one that was sent. */
export function lineFindings(fields: EntryFields, found: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const sent = writtenLines(fields)
  const findings = Object.entries(found).flatMap(([path, message]): [string, string][] => {
    const key = sent[Number(/^lines\.(\d+)\./.exec(path)?.[1])]?.key
    return key ? [[key, message]] : []
  })
  return new Map(findings)
}

