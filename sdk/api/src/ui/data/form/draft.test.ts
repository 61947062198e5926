import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropDraft, keepDraft, parentOf, readDraft } from './draft.js'

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

const place = { user: 'u1', form: 'company' }

test('a draft is found again, by its user only', () => {
  keepDraft(place, { name: 'Aarhus' }, 1_000)
  expect(readDraft(place)).toEqual({ at: 1_000, values: { name: 'Aarhus' } })
  expect(readDraft({ ...place, user: 'u2' })).toBeUndefined()
})

test('a draft of a new record stays with what the record belongs to', () => {
  keepDraft({ ...place, parent: '/api/v1/projects/p1/tasks' }, { title: 'Survey' })
  expect(readDraft({ ...place, parent: '/api/v1/projects/p2/tasks' })).toBeUndefined()
  expect(readDraft({ ...place, parent: '/api/v1/projects/p1/tasks' })?.values).toEqual({ title: 'Survey' })
  expect(parentOf('/tasks', { state: 'open' })).toBe(parentOf('/tasks', { state: 'done' }))
  expect(parentOf('/deals', { company_id: 'c1' })).not.toBe(parentOf('/deals', { company_id: 'c2' }))
})

test('a draft of a record is not shown on another version of it', () => {
  keepDraft({ ...place, record: { id: 'c1', version: 1 } }, { name: 'Aarhus' })
  expect(readDraft({ ...place, record: { id: 'c1', version: 2 } })).toBeUndefined()
  expect(readDraft({ ...place, record: { id: 'c1', version: 1 } })?.values).toEqual({ name: 'Aarhus' })
})

test('nothing changed means no draft', () => {
  keepDraft(place, { name: 'Aarhus' })
  keepDraft(place, {})
  expect(stored.size).toBe(0)
})

test('a dropped draft is gone; spoiled or forbidden storage is no failure', () => {
  keepDraft(place, { name: 'Aarhus' })
  dropDraft(place)
  expect(readDraft(place)).toBeUndefined()
  stored.set('io-draft u1 company new', 'no json')
  expect(readDraft(place)).toBeUndefined()
  vi.stubGlobal('sessionStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  expect(() => keepDraft(place, { name: 'Aarhus' })).not.toThrow()
})
