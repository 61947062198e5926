import { describe, expect, test } from 'vitest'
import { changedNames, changesOf, rebase, textsOf } from './text-form'

const NAMES = ['first_name', 'last_name', 'email'] as const
const base = { first_name: 'Ada', last_name: null, email: 'ada@x.io' }
const texts = textsOf(base, NAMES)

test('null stands in an input as nothing', () => expect(texts).toEqual({ first_name: 'Ada', last_name: '', email: 'ada@x.io' }))

describe('changes', () => {
  test('are none at first, nor are spaces', () => {
    expect(changedNames(base, { ...texts, first_name: ' Ada ', last_name: ' ' }, NAMES)).toEqual([])
  })

  test('are what differs, without spaces around; emptied is null', () => {
    expect(changesOf(base, { ...texts, first_name: ' ', last_name: ' Lovelace' }, NAMES)).toEqual({ first_name: null, last_name: 'Lovelace' })
  })
})

describe('rebase', () => {
  const theirs = { first_name: 'Augusta', last_name: 'King', email: 'ada@x.io' }

  test('takes what only the other changed, and keeps one’s own', () => {
    const { texts: next } = rebase({ base, theirs }, { ...texts, last_name: 'Lovelace' }, NAMES)
    expect(next).toEqual({ first_name: 'Augusta', last_name: 'Lovelace', email: 'ada@x.io' })
  })

  test('names what the other changed', () => {
    expect(rebase({ base, theirs }, texts, NAMES).theirs).toEqual(['first_name', 'last_name'])
    expect(rebase({ base, theirs: base }, texts, NAMES).theirs).toEqual([])
  })
})
