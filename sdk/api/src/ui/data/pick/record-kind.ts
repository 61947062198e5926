import type { AnyRecord } from '../../api/resource.js'
import type { RecordSource } from '../list/source.js'

/** Says once how records of a kind are found and shown, for pickers, filters, columns and forms. */
export interface RecordKind<T extends AnyRecord> {
  source: RecordSource<T>
  /** What a record is called. */
  title(record: T): string
  /** A quiet second line in lists of choices. */
  second?(record: T): string
  /** People are round, things square; without it there is no avatar. */
  avatar?: 'square' | 'round'
}

/**
 * Declares a kind of record.
 * @example export const companyKind = recordKind({ source: companies, title: (company) => company.name, avatar: 'square' })
 */
export const recordKind = <T extends AnyRecord>(kind: RecordKind<T>): RecordKind<T> => kind
