import { expect, test } from 'vitest'
import type { Translate } from '../../i18n/use-t.js'
import { fieldLabel, optionLabel, recordWords } from './labels.js'

const known = new Set(['company.count_one', 'company.count_other', 'company.empty', 'option.status.open'])
const t = Object.assign((key: string, values?: object) => (values ? `${key} ${JSON.stringify(values)}` : key), {
  has: (key: string) => known.has(key),
  rich: () => null,
  language: 'en',
}) satisfies Translate

test('fields have a label by their name unless another key is given', () => {
  expect(fieldLabel(t, 'owner_id')).toBe('field.owner_id')
  expect(fieldLabel(t, 'owner_id', 'deal.owner')).toBe('deal.owner')
})

test('a value without a label is shown as words', () => {
  expect(optionLabel(t, 'status', 'open')).toBe('option.status.open')
  expect(optionLabel(t, 'status', 'in_progress')).toBe('In progress')
})

test('a module speaks of its records in its own words, plurals included; the kit fills what it leaves out', () => {
  expect(recordWords(t, 'company')('count', { count: 2 })).toBe('company.count {"count":2}')
  expect(recordWords(t, 'company')('empty')).toBe('company.empty')
  expect(recordWords(t, 'company')('noMatch')).toBe('rows.noMatch')
  expect(recordWords(t, undefined)('empty')).toBe('rows.empty')
})
