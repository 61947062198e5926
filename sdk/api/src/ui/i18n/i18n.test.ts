import { afterEach, describe, expect, test } from 'vitest'
import { createLabels } from '../auth/labels.js'
import { KIT, currentLanguage, i18nStore, languageOf, loadLabels, namespaceOf, setLanguage } from './i18n.js'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import sharedDe from './locales/shared-de.json' with { type: 'json' }
import sharedEn from './locales/shared-en.json' with { type: 'json' }
import { richText } from './rich-text.js'
import { translator } from './use-t.js'

const notes = { id: 'notes', version: '1.0.0' }
const english = {
  title: 'Notes',
  only: 'English',
  count_one: '{{count, number}} note',
  count_other: '{{count, number}} notes',
  by: 'by <b>{{name}}</b>',
}
const locales = {
  en: () => Promise.resolve({ default: english }),
  de: () => Promise.resolve({ title: 'Notizen', count_one: '{{count, number}} Notiz', count_other: '{{count, number}} Notizen' }),
}
const keysOf = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`)))
const placeholders = (tree: object): Record<string, string[]> =>
  Object.fromEntries(
    keysOf(tree).map((key) => {
      const text = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], tree) as string
      return [key, [...text.matchAll(/\{\{\s*(\w+)|<\/?(\w+)>/g)].map((match) => match[0]).sort()]
    }),
  )

afterEach(() => setLanguage('en', String))

describe('labels of the kit', () => {
  test.each([
    ['kit', en, de],
    ['shared', sharedEn, sharedDe],
  ])('%s: English and German have the same keys and the same values in them', (_name, english, german) => {
    expect(keysOf(german).sort()).toEqual(keysOf(english).sort())
    expect(placeholders(german)).toEqual(placeholders(english))
  })
})

describe('labels of modules', () => {
  test('the module’s own first, then its English ones, then the kit’s', async () => {
    await setLanguage('de', String)
    await loadLabels(namespaceOf(notes), locales)
    const t = translator(namespaceOf(notes))
    expect(t('title')).toBe('Notizen')
    expect(t('only')).toBe('English')
    expect(t('action.undo')).toBe('Rückgängig')
    expect([t.has('title'), t.has('action.undo'), t.has('nothing')]).toEqual([true, true, false])
  })

  test('another language brings the words of the modules that are there already', async () => {
    await loadLabels('early@1.0.0', locales)
    await setLanguage('de', String)
    expect(translator('early@1.0.0')('title')).toBe('Notizen')
  })

  test('two versions of a module keep their words apart', async () => {
    await loadLabels(namespaceOf(notes), locales)
    await loadLabels('notes@2.0.0', { en: () => Promise.resolve({ title: 'Jottings' }) })
    expect([translator('notes@1.0.0')('title'), translator('notes@2.0.0')('title')]).toEqual(['Notes', 'Jottings'])
  })

  test('plurals, with the count written as the organization writes numbers', async () => {
    await setLanguage('en', (value) => new Intl.NumberFormat('en-DE').format(value))
    await loadLabels(namespaceOf(notes), locales)
    const t = translator(namespaceOf(notes))
    expect([t('count', { count: 1 }), t('count', { count: 1204 })]).toEqual(['1 note', '1.204 notes'])
  })

  test('whoever listens hears of new labels and of another language', async () => {
    const before = i18nStore.get()
    await loadLabels('fresh@1.0.0', locales)
    expect(i18nStore.get()).toBeGreaterThan(before)
    const heard: string[] = []
    const stop = i18nStore.subscribe(() => heard.push(currentLanguage()))
    await setLanguage('de', String)
    stop()
    await setLanguage('en', String)
    expect(heard.at(-1)).toBe('de')
  })

  test('languages we do not have are English', () => {
    expect(['de-AT', 'en-GB', 'fr'].map(languageOf)).toEqual(['de', 'en', 'en'])
  })
})

describe('rich text', () => {
  const b = (content: unknown) => ({ bold: content })
  const nodes = (node: unknown) => [(node as { props: { children: unknown } }).props.children].flat().filter((child) => child !== '')

  test('marks become nodes, unknown ones stay text', () => {
    const shown = nodes(richText('Type <b>Inventory</b> to <u>confirm</u>', { b: b as never }))
    expect(shown).toEqual(['Type ', { bold: 'Inventory' }, ' to <u>confirm</u>'])
  })

  test('what a user wrote is never a mark', async () => {
    await loadLabels(namespaceOf(notes), locales)
    const t = translator(namespaceOf(notes))
    expect(nodes(t.rich('by', { b: b as never }, { name: '</b><b>x' }))).toEqual(['by ', { bold: '</b><b>x' }])
  })
})

describe('labels before sign-in', () => {
  const t = createLabels('de', {
    en: { title: 'Sign in', only: 'English', days_one: '{{count}} day', days_other: '{{count}} days' },
    de: { title: 'Anmelden', days_one: '{{count}} Tag', days_other: '{{count}} Tage' },
  })
  test('own, shared, English, the key', () => {
    expect([t('title'), t('optional'), t('only'), t('no.such')]).toEqual(['Anmelden', '(optional)', 'English', 'no.such'])
    expect(t('error.badAnswer', { status: 502 })).toContain('502')
  })
  test('plurals', () => {
    expect([t('days', { count: 1 }), t('days', { count: 14 })]).toEqual(['1 Tag', '14 Tage'])
  })
})

test('the kit is a namespace', () => {
  expect(translator(KIT)('optional')).toBe('(optional)')
})
