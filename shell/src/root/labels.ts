import { loadLabels, setLanguage, type Language, type LocaleLoaders } from '@innoerp/sdk/ui'
import { PAGES, SHELL } from './page-table'

const FRAME: LocaleLoaders = { en: () => import('../locales/en/shell.json'), de: () => import('../locales/de/shell.json') }

/** Loads the labels of the frame and of the area's pages; `count` writes the numbers inside of them. */
export async function loadShellLabels(language: Language, pages: LocaleLoaders, count: (value: number) => string): Promise<void> {
  await setLanguage(language, count)
  await Promise.all([loadLabels(SHELL, FRAME), loadLabels(PAGES, pages)])
}
