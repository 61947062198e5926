/** A file of labels: keys to text, nested as the author likes. */
export interface Labels {
  readonly [key: string]: string | Labels
}

export type LabelValues = Readonly<Record<string, string | number>>

/** All labels in the page, by language and namespace. */
export interface LabelStore {
  add(language: string, namespace: string, labels: Labels): void
  has(language: string, namespace: string): boolean
  /** The text of the first namespace that has the key, in the first of the languages; `count` picks the plural form. */
  find(source: LabelSource, key: string, count?: number): string | undefined
}

/** Where a label is looked for, the nearest first: every namespace in one language, then in the next. */
export interface LabelSource {
  languages: readonly string[]
  namespaces: readonly string[]
}

/** The label of `a.b` in nested labels. */
export function labelAt(labels: Labels | undefined, key: string): string | undefined {
  let found: string | Labels | undefined = labels
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string' ? found : undefined
}

const pluralRules = new Map<string, Intl.PluralRules>()

/**
 * The forms of a key that fit a count, the best first: `days_zero` for none, where there is one, the CLDR plural category as in
 * `days_one`, then `days` itself.
 */
export function formsOf(key: string, count: number | undefined, language: string): string[] {
  if (count === undefined) return [key]
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(language)
  pluralRules.set(language, rules)
  return [...(count === 0 ? [`${key}_zero`] : []), `${key}_${rules.select(count)}`, key]
}

/** `{{name}}` becomes the value; `{{name, number}}` is written by `number`. What has no value stays as it is. */
export function fillIn(text: string, values: LabelValues, number: (value: number) => string = String): string {
  return text.replace(/\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/g, (whole, name: string, asNumber: string | undefined) => {
    const value = values[name]
    if (value === undefined) return whole
    return asNumber && typeof value === 'number' ? number(value) : String(value)
  })
}

export function createLabelStore(): LabelStore {
  const bundles = new Map<string, Labels>()
  const nameOf = (language: string, namespace: string) => `${language} ${namespace}`
  return {
    add: (language, namespace, labels) => void bundles.set(nameOf(language, namespace), labels),
    has: (language, namespace) => bundles.has(nameOf(language, namespace)),
    find({ languages, namespaces }, key, count) {
      for (const namespace of namespaces) {
        for (const language of languages) {
          const labels = bundles.get(nameOf(language, namespace))
          const found = formsOf(key, count, language).map((form) => labelAt(labels, form)).find((text) => text !== undefined)
          if (found !== undefined) return found
        }
      }
      return undefined
    },
  }
}
