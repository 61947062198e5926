import type { TextValues, Translate } from '../../i18n/use-t.js'

/** The label of a field: `field.<name>` unless another key is given. */
export const fieldLabel = (t: Translate, name: string, key?: string): string => t(key ?? `field.${name}`)

/** `in_progress` → "In progress": for words that have no label. */
export function wordsOf(value: string): string {
  const text = value.replace(/_/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The label of a value of a closed list: `option.<field>.<value>`, else the word itself. */
export function optionLabel(t: Translate, field: string, value: string): string {
  const key = `option.${field}.${value}`
  return t.has(key) ? t(key) : wordsOf(value)
}

/**
 * What is said about records of a kind: `<name>.<key>` of the module's labels, else the kit's `rows.<key>`.
 * @example recordWords(t, 'company')('count', { count: 18 }) // "18 companies"
 */
export const recordWords =
  (t: Translate, name: string | undefined) =>
  (key: string, values?: TextValues): string => {
    const own = `${name}.${key}`
    const known = name !== undefined && (t.has(own) || t.has(`${own}_other`))
    return t(known ? own : `rows.${key}`, values)
  }
