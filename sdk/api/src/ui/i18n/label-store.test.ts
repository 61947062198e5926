import { describe, expect, test } from 'vitest'
import { createLabelStore, fillIn, formsOf } from './label-store.js'

const store = createLabelStore()
store.add('en', 'notes', { title: 'Notes', only: 'English', list: { empty: 'Nothing' }, days_one: 'one day', days_other: '{{count}} days' })
store.add('de', 'notes', { title: 'Notizen', days_zero: 'kein Tag', days_one: 'ein Tag', days_other: '{{count}} Tage' })
store.add('de', 'kit', { title: 'Baukasten', save: 'Speichern' })
const source = { languages: ['de', 'en'], namespaces: ['notes', 'kit'] }

describe('labels', () => {
  test('come from the nearest namespace, there in the first language that has them', () => {
    expect(['title', 'only', 'list.empty', 'save', 'list', 'no.such'].map((key) => store.find(source, key))).toEqual([
      'Notizen',
      'English',
      'Nothing',
      'Speichern',
      undefined,
      undefined,
    ])
  })

  test('have plural forms, and one for none', () => {
    expect([0, 1, 7].map((count) => store.find(source, 'days', count))).toEqual(['kein Tag', 'ein Tag', '{{count}} Tage'])
    expect(store.find({ ...source, languages: ['en'] }, 'days', 0)).toBe('{{count}} days')
    expect(formsOf('days', undefined, 'en')).toEqual(['days'])
  })
})

describe('values', () => {
  test('stand where their names are', () => {
    const text = fillIn('{{name}} has {{count, number}} of {{ max,number }}', { name: 'A', count: 1204, max: 5 }, (value) => `#${value}`)
    expect(text).toBe('A has #1204 of #5')
  })

  test('that are missing leave their mark, and what a value says is not read again', () => {
    expect(fillIn('{{a}} {{b}}', { a: '{{b}}' })).toBe('{{b}} {{b}}')
  })
})
