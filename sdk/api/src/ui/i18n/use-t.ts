import { use, type ReactNode } from 'react'
import { LabelsContext, ModuleContext } from '../host/module-context.js'
import { useStore } from '../host/use-store.js'
import { KIT, currentLanguage, hasLabel, i18nStore, label, namespaceOf } from './i18n.js'
import { richText, type RichTags } from './rich-text.js'

export type TextValues = Readonly<Record<string, string | number>>

/** Gives the label of `key`, with `{{name}}` replaced; `count` picks the plural form. */
export interface Translate {
  (key: string, values?: TextValues): string
  /** As the call itself, but with `<b>…</b>`-like marks rendered by `tags`. */
  rich(key: string, tags: RichTags, values?: TextValues): ReactNode
  /** True when there is a label of that key: for optional hints. */
  has(key: string): boolean
  language: string
}

const OPEN = '\u{e000}'
const CLOSE = '\u{e001}'

/** Strings stand aside while marks are read, so that a name with `<b>` in it stays a name. */
function rich(text: (values: TextValues) => string, tags: RichTags, values: TextValues): ReactNode {
  const names = Object.keys(values).filter((name) => typeof values[name] === 'string')
  const aside = Object.fromEntries(names.map((name, index) => [name, `${OPEN}${index}${CLOSE}`]))
  const fill = (part: string) =>
    part.replace(new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g'), (_, index: string) => String(values[names[Number(index)] ?? '']))
  return richText(text({ ...values, ...aside }), tags, fill)
}

/** Labels of `namespace`, then of the kit. For code outside React. */
export function translator(namespace: string = KIT): Translate {
  const text = (key: string, values: TextValues = {}): string => label(namespace, key, values)
  return Object.assign(text, {
    rich: (key: string, tags: RichTags, values: TextValues = {}) => rich((all) => text(key, all), tags, values),
    has: (key: string) => hasLabel(namespace, key),
    language: currentLanguage(),
  })
}

/** Of the present language and labels; one of a namespace, so that a label function is the same until something changes. */
const made = { revision: -1, byNamespace: new Map<string, Translate>() }

function translatorAt(revision: number, namespace: string): Translate {
  if (made.revision !== revision) {
    made.revision = revision
    made.byNamespace.clear()
  }
  const known = made.byNamespace.get(namespace) ?? translator(namespace)
  made.byNamespace.set(namespace, known)
  return known
}

/**
 * The labels of the module around, outside of modules those of the root's {@link LabelsContext}, falling back to the kit's;
 * renders again when language or labels change. Pass `'kit'` for the kit's own.
 */
export function useT(namespace?: string): Translate {
  const module = use(ModuleContext)
  const labels = use(LabelsContext)
  const revision = useStore(i18nStore)
  return translatorAt(revision, namespace ?? (module ? namespaceOf(module) : labels))
}
