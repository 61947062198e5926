import type { Labels, Language } from '@innoerp/sdk/ui'

const FILES = {
  en: [() => import('../../locales/en/super-admin.json'), () => import('../../locales/en/super-admin-services.json'), () => import('../../locales/en/super-admin-tenants.json')],
  de: [() => import('../../locales/de/super-admin.json'), () => import('../../locales/de/super-admin-services.json'), () => import('../../locales/de/super-admin-tenants.json')],
} as const

/** The words of modules, of the core services and of tenants, which have a file each, as one. */
export async function wordsOf(language: Language): Promise<Labels> {
  const files = await Promise.all(FILES[language].map((load) => load()))
  return files.reduce<Labels>((words, file) => merged(words, file.default), {})
}

/** Both, part by part; where both say something, the second one is taken. */
export function merged(first: Labels, second: Labels): Labels {
  const both = Object.entries(second).map(([key, value]) => {
    const before = first[key]
    return [key, typeof value === 'object' && typeof before === 'object' ? merged(before, value) : value] as const
  })
  return { ...first, ...Object.fromEntries(both) }
}
