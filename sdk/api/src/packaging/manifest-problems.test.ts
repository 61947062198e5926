import { expect, test } from 'vitest'
import { manifestProblems } from './index.js'

const good = {
  id: 'notes',
  name: 'Notes',
  category: 'Core',
  icon: 'notes',
  color: '#6b4eff',
  sdk: '^1.0.0',
  permissions: { 'notes.read': 'See notes' },
  roles: { employee: ['notes.*'] },
  navigation: [{ path: '', label: 'title', permission: 'notes.read', key: 'N' }],
}

test('a manifest has no problems', () => {
  expect(manifestProblems(good)).toEqual([])
})

test.each([
  ['a missing field', { id: undefined }, '/id: is missing'],
  ['an unknown field', { colour: 'red' }, '/colour: is not known'],
  ['an unknown field far down', { navigation: [{ path: '', label: 'title', url: '/' }] }, '/navigation/0/url: is not known'],
  ['a word outside its list', { category: 'Other' }, '/category: must be one of Core, Industry-Specific'],
  ['a value of another form', { color: 'red' }, '/color: must match pattern "^#[0-9a-fA-F]{6}$"'],
  ['a role that is none', { roles: { owner: [] } }, '/roles/owner: is not known'],
])('%s is named', (_, change, problem) => {
  expect(manifestProblems({ ...good, ...change })).toContain(problem)
})

test.each([undefined, null, 'notes', []])('%j is no manifest', (value) => {
  expect(manifestProblems(value)).not.toEqual([])
})
