import type { AnyRecord, Resource } from '../../api/resource.js'
import type { RecordKind } from '../pick/record-kind.js'

/** How a field is put in and shown. */
export type FieldKind =
  | 'text'
  | 'multiline'
  | 'email'
  | 'phone'
  | 'url'
  | 'number'
  | 'decimal'
  | 'money'
  | 'date'
  | 'choice'
  | 'yesno'
  | 'country'
  | 'currency'
  | 'person'
  | 'record'

/** What the schema of a field does not say. */
export interface FieldOptions {
  /** By the schema unless given. */
  kind?: FieldKind
  /** Key of the label; `field.<name>` by default. The hint is `hint.<name>`, where there is one. */
  label?: string
  /** The records to choose from; makes the kind `record`. */
  of?: RecordKind<AnyRecord>
  /** Field that holds the currency of an amount; the organization's currency by default. */
  currency?: string
  /** Stands at the end of a number's input, e.g. `%`. */
  unit?: string
  /** Lines of a `multiline`; 4 by default. */
  lines?: number
  /** Permission without which the field is shown but not changed. */
  permission?: string
}

/** Fields one below the other; a list of two stands side by side; a section has a title (key of its label). */
export type FormLayout = readonly (string | readonly string[] | FormSection)[]
export interface FormSection {
  title: string
  rows: readonly (string | readonly string[])[]
}

/** Everything that forms, facts and create buttons need to know about a kind of record. */
export interface FormSpec<T extends AnyRecord, New extends object> {
  /** The record in the module's labels: `company` → `company.new`, `company.edit`, `company.created`, `company.changed`. */
  name: string
  /** The entity, or the body that creates it: a TypeBox object. Fields that the server writes are left out. */
  schema: object
  /** Where it is saved. */
  target: Resource<T, New>
  fields?: Readonly<Record<string, FieldOptions>>
  /** All writable fields in the schema's order by default. */
  layout?: FormLayout
  /** What a new record begins with. */
  defaults?: Partial<New>
  /** Paths of other resources that a save changes as well. */
  also?: readonly string[]
}

/**
 * Declares the form of a record.
 * @example export const companyForm = formOf({ name: 'company', schema: Company, target: companies,
 *            layout: ['name', ['email', 'phone'], 'owner_id'], fields: { owner_id: { kind: 'person' } } })
 */
export const formOf = <T extends AnyRecord, New extends object>(spec: FormSpec<T, New>): FormSpec<T, New> => spec

/** A form whose record's type does not matter. */
export type AnyForm = Pick<FormSpec<AnyRecord, object>, 'name' | 'schema' | 'fields' | 'layout'>
