import type { Command } from '@innoerp/sdk/ui'
import { describe, expect, it } from 'vitest'
import { groupsFor, matches } from './palette-model'

const command = (label: string, context?: string): Command => ({ id: label, label, run: () => undefined, ...(context && { context }) })

describe('matching', () => {
  it.each([
    ['', 'anything'],
    ['comp', 'Companies'],
    ['new deal', 'New deal for Port of Aarhus'],
    ['aar new', 'New deal for Port of Aarhus'],
    ['muller', 'Müller & Söhne'],
    ['INV-2026', 'INV 2026-0148'],
  ])('"%s" finds "%s"', (query, text) => expect(matches(query.replace('-', ' '), text)).toBe(true))

  it.each([
    ['panies', 'Companies'],
    ['new deals', 'New deal'],
  ])('"%s" does not find "%s"', (query, text) => expect(matches(query, text)).toBe(false))
})

describe('groups', () => {
  const places = [command('Companies', 'CRM'), command('Contacts', 'CRM'), command('Projects')]

  it('leave out what does not fit, and number the rest through', () => {
    const groups = groupsFor('crm', { actions: [command('New project')], records: [command('Port of Aarhus')], places })
    expect(groups.map(({ id }) => id)).toEqual(['records', 'places'])
    expect(groups.flatMap(({ options }) => options.map(({ index, command: { label } }) => `${index} ${label}`))).toEqual([
      '0 Port of Aarhus',
      '1 Companies',
      '2 Contacts',
    ])
  })

  it('are short', () => {
    const many = Array.from({ length: 30 }, (_, number) => command(`Place ${number}`))
    expect(groupsFor('', { actions: [], records: [], places: many })[0]?.options).toHaveLength(8)
  })
})
