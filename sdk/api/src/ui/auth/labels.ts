import { fillIn, formsOf, labelAt, type LabelValues, type Labels } from '../i18n/label-store.js'
import sharedDe from '../i18n/locales/shared-de.json' with { type: 'json' }
import sharedEn from '../i18n/locales/shared-en.json' with { type: 'json' }

/** Labels of a page, nested as the author likes; a plural has the forms `key_one` and `key_other`. */
export type LabelTree = Labels
export type { LabelValues } from '../i18n/label-store.js'

/** Gives the label of `a.b`, with `{{name}}` replaced; `count` picks the plural form. A missing label is its key. */
export type Label = (key: string, values?: LabelValues) => string

const SHARED: Readonly<Record<string, LabelTree>> = { en: sharedEn, de: sharedDe }

/** Labels of pages that never change their language: those before sign-in. */
export function createLabels(language: 'en' | 'de', pages: Readonly<Record<'en' | 'de', LabelTree>>): Label {
  const trees = [pages[language], SHARED[language], pages.en]
  return (key, values = {}) => {
    const forms = formsOf(key, typeof values.count === 'number' ? values.count : undefined, language)
    const text = forms.flatMap((form) => trees.map((tree) => labelAt(tree, form))).find((found) => found !== undefined)
    return fillIn(text ?? key, values)
  }
}
