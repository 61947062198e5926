import { expect, test } from 'vitest'
import { checkCompatibility } from './compatibility-check.js'
import type { RouteFact, Subject } from './subject.js'

const body = { properties: { title: {}, body: {} }, required: ['title'] }
const post: RouteFact = { method: 'POST', url: '/notes', permission: 'notes.write', isPublic: false, body, answer: { properties: { id: {}, title: {} } } }
const innoerp = { permissions: { 'notes.write': 'Write' }, events: { publishes: ['note.created'] }, ports: ['notes.count'] }

interface Change {
  version?: string
  routes?: RouteFact[]
  innoerp?: object
}
/** What is said when version 1.0.0 becomes this. */
function saidOf({ version = '1.1.0', routes = [post], ...more }: Change): string[] {
  const facts = (list: RouteFact[]) => ({ routes: list, consumers: [], ports: [], jobs: [], migrations: [] })
  const subject = {
    source: { data: { version, innoerp: { ...innoerp, ...more.innoerp } } },
    inspection: facts(routes),
    previous: { manifest: { version: '1.0.0', innoerp }, inspection: facts([post]) },
  }
  return checkCompatibility(subject as unknown as Subject).map(({ message }) => message)
}

test('what only adds needs no new major version', () => {
  const optional = { ...post, body: { properties: { ...body.properties, colour: {} }, required: ['title'] }, answer: { properties: { id: {}, title: {}, colour: {} } } }
  expect(saidOf({ routes: [optional, { ...post, method: 'GET' }], innoerp: { ports: ['notes.count', 'notes.more'] } })).toEqual([])
})

test.each<[string, Change, string]>([
  ['a route that is gone', { routes: [] }, 'POST /notes is gone'],
  ['a field that must be given', { routes: [{ ...post, body: { ...body, required: ['title', 'body'] } }] }, 'POST /notes needs body in its body'],
  ['a field that is refused', { routes: [{ ...post, body: { properties: { title: {} }, required: ['title'] } }] }, 'POST /notes takes no body in its body'],
  ['a field that is not answered', { routes: [{ ...post, answer: { properties: { id: {} } } }] }, 'POST /notes answers without title'],
  ['another permission', { routes: [{ ...post, permission: 'notes.admin' }] }, 'POST /notes needs notes.admin instead of notes.write'],
  ['a permission that is gone', { innoerp: { permissions: {} } }, 'the permission notes.write is gone'],
  ['an event that is gone', { innoerp: { events: {} } }, 'the event note.created is gone'],
  ['a port that is gone', { innoerp: { ports: [] } }, 'the port notes.count is gone'],
])('%s needs one', (_, change, message) => {
  expect(saidOf(change)).toEqual([`${message} since 1.0.0: that needs a new major version, not 1.1.0`])
  expect(saidOf({ ...change, version: '2.0.0' })).toEqual([])
})
