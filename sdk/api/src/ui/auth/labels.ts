import sharedDe from '../i18n/locales/shared-de.json' with { type: 'json' }
import sharedEn from '../i18n/locales/shared-en.json' with { type: 'json' }

/** Labels of a page, nested as the author likes; a plural has the forms `key_one` and `key_other`. */
export interface LabelTree {
  readonly [key: string]: string | LabelTree
}

export type LabelValues = Readonly<Record<string, string | number>>

/** Gives the label of `a.b`, with `{{name}}` replaced; `count` picks the plural form. A missing label is its key. */
export type Label = (key: string, values?: LabelValues) => string

const SHARED: Readonly<Record<string, LabelTree>> = { en: sharedEn, de: sharedDe }

function find(tree: LabelTree | undefined, key: string): string | undefined {
  let found: string | LabelTree | undefined = tree
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string' ? found : undefined
}

/** Labels without i18next, for the pages before sign-in: they come in a fraction of the kit's size. */
export function createLabels(language: 'en' | 'de', pages: Readonly<Record<'en' | 'de', LabelTree>>): Label {
  const plural = new Intl.PluralRules(language)
  const trees = [pages[language], SHARED[language], pages.en]
  return (key, values = {}) => {
    const forms = typeof values.count === 'number' ? [`${key}_${plural.select(values.count)}`, key] : [key]
    const text = forms.flatMap((form) => trees.map((tree) => find(tree, form))).find((found) => found !== undefined)
    return (text ?? key).replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
