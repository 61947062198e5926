import { expect, test } from 'vitest'
import { createFinish } from './use-finish.js'

function form() {
  const told: string[] = []
  return { told, finish: createFinish<string>((record) => told.push(record)) }
}

test('the end of a form is told once, in its time', () => {
  const { told, finish } = form()
  finish.with('company')
  expect(told).toEqual([])
  finish.now()
  finish.now()
  finish.leave()
  expect(told).toEqual(['company'])
})

test('a form that goes with the end still to tell tells it then', () => {
  const { told, finish } = form()
  finish.with('company')
  finish.leave()
  expect(told).toEqual(['company'])
})

test('a form that was gone before the answer came tells it at once', () => {
  const { told, finish } = form()
  finish.leave()
  finish.with('company')
  expect(told).toEqual(['company'])
})

test('a form that went without an end tells nothing', () => {
  const { told, finish } = form()
  finish.leave()
  expect(told).toEqual([])
})
