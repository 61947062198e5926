import type { ListParams } from '../../../contract/list.js'
import type { AnyRecord } from '../../api/resource.js'
import { personKind } from '../pick/people.js'
import type { RecordKind } from '../pick/record-kind.js'

/** A condition of a list: the field has one of the values. Values are text, as they stand in the address. */
export interface Filter {
  field: string
  values: readonly string[]
}

interface FieldBase {
  /** Field of the record and name of the query parameter. */
  name: string
  /** Key of the label; `field.<name>` by default. */
  label?: string
}

/** What a list can be filtered by; make it with `filter.choice`, `filter.person` and so on. */
export type FilterField =
  | (FieldBase & { kind: 'choice'; options: readonly string[]; multiple: boolean })
  | (FieldBase & { kind: 'text' | 'date' | 'yesno' })
  | (FieldBase & { kind: 'record'; of: RecordKind<AnyRecord> })

interface ChoiceOptions {
  label?: string
  /** Only where the server takes several values of the parameter. */
  multiple?: boolean
}

/**
 * Filters by what they compare.
 * @example [filter.choice('status', STATUSES), filter.person('owner_id'), filter.record('company_id', companyKind)]
 */
export const filter = {
  choice: (name: string, options: readonly string[], { multiple = false, ...rest }: ChoiceOptions = {}): FilterField => ({
    ...rest,
    name,
    kind: 'choice',
    options,
    multiple,
  }),
  text: (name: string, rest: { label?: string } = {}): FilterField => ({ ...rest, name, kind: 'text' }),
  date: (name: string, rest: { label?: string } = {}): FilterField => ({ ...rest, name, kind: 'date' }),
  yesno: (name: string, rest: { label?: string } = {}): FilterField => ({ ...rest, name, kind: 'yesno' }),
  person: (name: string, rest: { label?: string } = {}): FilterField => ({ ...rest, name, kind: 'record', of: personKind }),
  record: (name: string, of: RecordKind<AnyRecord>, rest: { label?: string } = {}): FilterField => ({ ...rest, name, kind: 'record', of }),
}

/** The query parameters of filters; a filter on a field that the list does not know is left out. */
export function filterParams(filters: readonly Filter[], fields: readonly FilterField[]): ListParams {
  const params: ListParams = {}
  for (const { field, values } of filters) {
    const known = fields.find(({ name }) => name === field)
    if (!known || values.length === 0) continue
    params[field] = known.kind === 'choice' && known.multiple ? [...values] : values[0]
  }
  return params
}

/** `filters` with the one of `next.field` replaced, added, or removed when it has no values. */
export function withFilter(filters: readonly Filter[], next: Filter): readonly Filter[] {
  const known = filters.some(({ field }) => field === next.field)
  const all = known ? filters.map((one) => (one.field === next.field ? next : one)) : [...filters, next]
  return all.filter(({ values }) => values.length > 0)
}

const sameValues = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((value) => b.includes(value))

/** Whether both say the same; the order does not matter. */
export const sameFilters = (a: readonly Filter[], b: readonly Filter[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => other.field === one.field && sameValues(one.values, other.values)))
