import { afterEach, expect, test } from 'vitest'
import type { Confinement } from './confinement.js'
import { Spares } from './spares.js'

const confinement: Confinement = { prefix: [], nodeOptions: [], uid: undefined, missing: [] }
const spares = new Spares()
afterEach(() => spares.close())

test('a process waits for its module, and is given once', () => {
  spares.prepare('notes', confinement)
  spares.prepare('notes', confinement)
  expect(spares.take('diary', confinement)).toBeUndefined()
  const child = spares.take('notes', confinement)
  expect(child?.exitCode).toBeNull()
  expect(spares.take('notes', confinement)).toBeUndefined()
  spares.close()
  expect(child?.signalCode).toBeNull()
  child?.kill('SIGKILL')
})

test('one that was started with other rights is not given, but ended', () => {
  spares.prepare('notes', confinement)
  expect(spares.take('notes', { ...confinement, nodeOptions: ['--no-warnings'] })).toBeUndefined()
  expect(spares.take('notes', confinement)).toBeUndefined()
})
