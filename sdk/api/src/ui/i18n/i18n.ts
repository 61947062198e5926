import i18next, { type i18n as I18n } from 'i18next'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import sharedDe from './locales/shared-de.json' with { type: 'json' }
import sharedEn from './locales/shared-en.json' with { type: 'json' }

/** A file of labels: keys to text, nested as the author likes. */
export interface Labels {
  readonly [key: string]: string | Labels
}

/** Labels by language, each read when it is needed: `{ en: () => import('./locales/en.json'), de: … }`. */
export type LocaleLoaders = Readonly<Record<string, () => Promise<Labels | { default: Labels }>>>

/** The kit's own labels; modules have a namespace each. */
export const KIT = 'kit'

/** Languages of the interface. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const FALLBACK: Language = 'en'
let formatCount: (value: number) => string = String

function create(): I18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: FALLBACK,
    fallbackLng: FALLBACK,
    defaultNS: KIT,
    ns: [KIT],
    resources: { en: { [KIT]: en }, de: { [KIT]: de } },
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  // These also stand in the light bundle of sign-in, which goes without i18next.
  instance.addResourceBundle('en', KIT, sharedEn, true)
  instance.addResourceBundle('de', KIT, sharedDe, true)
  instance.services.formatter?.add('number', (value: number) => formatCount(value))
  return instance
}

/** The page's only i18next. */
export const i18n: I18n = create()

let revision = 0
const listeners = new Set<() => void>()
const changed = () => {
  revision += 1
  for (const listener of listeners) listener()
}
i18n.on('languageChanged', changed)
i18n.store.on('added', changed)

export const i18nStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Grows with every change of language or labels. */
  get: (): number => revision,
}

export const currentLanguage = (): string => i18n.language

/** Which of our languages fits a BCP 47 tag. */
export const languageOf = (tag: string): Language => LANGUAGES.find((language) => tag.toLowerCase().startsWith(language)) ?? FALLBACK

/** The namespace of a module: with the version, so that two versions in one page never mix their labels. */
export const namespaceOf = (module: { id: string; version: string }): string => `${module.id}@${module.version}`

const readLabels = async (load: LocaleLoaders[string]): Promise<Labels> => {
  const file = await load()
  return (typeof file.default === 'object' ? file.default : file) as Labels
}

/** Modules whose labels are in the page: a change of language needs theirs too. */
const loaders = new Map<string, LocaleLoaders>()

async function loadInto(language: string, namespace: string, locales: LocaleLoaders): Promise<void> {
  const load = locales[language]
  if (!load || i18n.hasResourceBundle(language, namespace)) return
  i18n.addResourceBundle(language, namespace, await readLabels(load))
}

/** Loads a module's labels in the current language and in the fallback, once. */
export async function loadLabels(namespace: string, locales: LocaleLoaders): Promise<void> {
  loaders.set(namespace, locales)
  const wanted = new Set([languageOf(i18n.language), FALLBACK])
  await Promise.all([...wanted].map((language) => loadInto(language, namespace, locales)))
}

/** Sets the language, with the labels of all loaded modules, and how counts inside labels are written (`{{count, number}}`). */
export async function setLanguage(language: string, count: (value: number) => string): Promise<void> {
  formatCount = count
  await Promise.all([...loaders].map(([namespace, locales]) => loadInto(languageOf(language), namespace, locales)))
  await i18n.changeLanguage(language)
}
