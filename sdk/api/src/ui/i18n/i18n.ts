import { createLabelStore, fillIn, type LabelSource, type LabelValues, type Labels } from './label-store.js'
import en from './locales/en.json' with { type: 'json' }
import sharedDe from './locales/shared-de.json' with { type: 'json' }
import sharedEn from './locales/shared-en.json' with { type: 'json' }

export type { Labels } from './label-store.js'

/** Labels by language, each read when it is needed: `{ en: () => import('./locales/en.json'), de: … }`. */
export type LocaleLoaders = Readonly<Record<string, () => Promise<Labels | { default: Labels }>>>

/** The kit's own labels; modules have a namespace each. */
export const KIT = 'kit'

/** Languages of the interface. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const FALLBACK: Language = 'en'
/** Labels that the light bundle of sign-in has too. */
const SHARED = 'shared'

const labels = createLabelStore()
labels.add('en', KIT, en)
labels.add('en', SHARED, sharedEn)
labels.add('de', SHARED, sharedDe)

let language: string = FALLBACK
let formatCount: (value: number) => string = String

let revision = 0
const listeners = new Set<() => void>()
const changed = () => {
  revision += 1
  for (const listener of listeners) listener()
}

export const i18nStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Grows with every change of language or labels. */
  get: (): number => revision,
}

export const currentLanguage = (): string => language

/** Of a namespace, then of the kit; each in the present language, then in English. */
const sourceOf = (namespace: string): LabelSource => ({ languages: [languageOf(language), FALLBACK], namespaces: [namespace, KIT, SHARED] })

/** True when there is a label of that key. */
export const hasLabel = (namespace: string, key: string): boolean => labels.find(sourceOf(namespace), key) !== undefined

/** The label with its values in it; a missing one is its key. */
export function label(namespace: string, key: string, values: LabelValues): string {
  const count = typeof values.count === 'number' ? values.count : undefined
  return fillIn(labels.find(sourceOf(namespace), key, count) ?? key, values, formatCount)
}

/** Which of our languages fits a BCP 47 tag. */
export const languageOf = (tag: string): Language => LANGUAGES.find((language) => tag.toLowerCase().startsWith(language)) ?? FALLBACK

/** The namespace of a module: with the version, so that two versions in one page never mix their labels. */
export const namespaceOf = (module: { id: string; version: string }): string => `${module.id}@${module.version}`

const readLabels = async (load: LocaleLoaders[string]): Promise<Labels> => {
  const file = await load()
  return (typeof file.default === 'object' ? file.default : file) as Labels
}

/** Namespaces whose labels are in the page: a change of language needs theirs too. The kit's English is always there. */
const loaders = new Map<string, LocaleLoaders>([[KIT, { de: () => import('./locales/de.json', { with: { type: 'json' } }) }]])

async function loadInto(wanted: string, namespace: string, locales: LocaleLoaders): Promise<void> {
  const load = locales[wanted]
  if (!load || labels.has(wanted, namespace)) return
  labels.add(wanted, namespace, await readLabels(load))
  changed()
}

/** Loads a module's labels in the current language and in the fallback, once. */
export async function loadLabels(namespace: string, locales: LocaleLoaders): Promise<void> {
  loaders.set(namespace, locales)
  const wanted = new Set([languageOf(language), FALLBACK])
  await Promise.all([...wanted].map((one) => loadInto(one, namespace, locales)))
}

/** Sets the language, with the labels of all loaded modules, and how counts inside labels are written (`{{count, number}}`). */
export async function setLanguage(next: string, count: (value: number) => string): Promise<void> {
  await Promise.all([...loaders].map(([namespace, locales]) => loadInto(languageOf(next), namespace, locales)))
  formatCount = count
  language = next
  changed()
}
