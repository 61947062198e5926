import { describe, expect, test } from 'vitest'
import { TASK_STATES } from '../shared/task.js'
import { byDueDate, dueTone, isClosed, shareDone, taskRef } from './words.js'

test('a task is called by the project’s code, or by its number alone', () => {
  expect(taskRef({ code: 'HCR' }, { number: 141 })).toBe('HCR-141')
  expect(taskRef({ code: null }, { number: 7 })).toBe('#7')
  expect(taskRef(undefined, { number: 7 })).toBe('#7')
})

test('done and cancelled tasks are closed', () => {
  expect(TASK_STATES.filter((state) => isClosed({ state }))).toEqual(['done', 'cancelled'])
})

test('the share of nothing is nothing', () => {
  expect([shareDone({ total: 0, done: 0 }), shareDone({ total: 4, done: 1 })]).toEqual([0, 0.25])
})

describe('a due date', () => {
  const today = '2026-11-24'
  test('warns on its day and is overdue after it', () => {
    expect(dueTone({ due_date: '2026-11-25', state: 'open' }, today)).toBeUndefined()
    expect(dueTone({ due_date: '2026-11-24', state: 'open' }, today)).toBe('io-warn')
    expect(dueTone({ due_date: '2026-11-23', state: 'open' }, today)).toBe('io-bad')
  })

  test('of a closed task is not urgent any more, nor is none', () => {
    expect(dueTone({ due_date: '2026-11-23', state: 'done' }, today)).toBeUndefined()
    expect(dueTone({ due_date: null, state: 'open' }, today)).toBeUndefined()
  })
})

test('what is due next comes first, what has no day last', () => {
  const tasks = [null, '2026-12-02', '2026-11-24', null, '2026-12-01'].map((due_date) => ({ due_date }))
  expect(tasks.sort(byDueDate).map(({ due_date }) => due_date)).toEqual(['2026-11-24', '2026-12-01', '2026-12-02', null, null])
})
