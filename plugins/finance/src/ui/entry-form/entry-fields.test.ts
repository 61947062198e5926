import { expect, test } from 'vitest'
import { emptyLine } from '../line-inputs.js'
import { bodyOf, isWhole, lineFindings, newFields, type EntryFields } from './entry-fields.js'

const rules = { locale: 'en-US', digits: 2 }
const written: EntryFields = {
  ...newFields('2026-11-24'),
  journal_id: 'j',
  description: ' Rent ',
  lines: [emptyLine(), { ...emptyLine(), account_id: 'a', debit: '1,200' }, emptyLine(), { ...emptyLine(), account_id: 'b', credit: '1,200' }],
}

test('blank lines are neither sent nor in the way', () => {
  expect(isWhole(written, rules)).toBe(true)
  expect(bodyOf(written, rules)).toEqual({
    journal_id: 'j',
    date: '2026-11-24',
    description: 'Rent',
    reference: null,
    lines: [
      { account_id: 'a', debit: '1200', description: null, partner: null },
      { account_id: 'b', credit: '1200', description: null, partner: null },
    ],
  })
})

test('an entry is whole with a journal, a day, and lines without a problem', () => {
  for (const missing of [{ journal_id: null }, { date: '' }, { lines: [{ ...emptyLine(), debit: '5' }] }]) expect(isWhole({ ...written, ...missing }, rules)).toBe(false)
  expect(isWhole({ ...written, lines: [] }, rules)).toBe(true)
})

test('what the server finds stands at the line that was sent, past the blank ones', () => {
  const found = lineFindings(written, { 'lines.1.account_id': 'switched off', 'lines.7.debit': 'of nobody', date: 'locked' })
  expect([...found]).toEqual([[written.lines[3]?.key, 'switched off']])
})
