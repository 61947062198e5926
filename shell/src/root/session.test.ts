import { describe, expect, it } from 'vitest'
import { feedOf } from './modules/test-feed'
import { nameOf, sessionOfAdmin, sessionOfFeed } from './session'

describe('a session', () => {
  it('of a member writes figures as the organization does, words as the person reads', () => {
    const session = sessionOfFeed(feedOf([], ['crm.read']), 'en')
    expect(session.format).toEqual({ locale: 'en-DE', timeZone: 'Europe/Berlin', currency: 'EUR' })
    expect(session.organization?.name).toBe('Nordhafen Werke')
    expect(session.permissions.has('crm.read')).toBe(true)
  })

  it('of a super admin has no organization and no user type', () => {
    const me = { id: '1', email: 'ola@innoerp.example', first_name: null, last_name: null, is_superuser: true }
    const session = sessionOfAdmin(me, 'de')
    expect(session.organization).toBeNull()
    expect(session.user).not.toHaveProperty('user_type')
    expect(session.format.locale.startsWith('de')).toBe(true)
  })

  it('calls people by what is known of their name', () => {
    const person = { id: '1', email: 'marta@nordhafen.example', first_name: 'Marta', last_name: null }
    expect(nameOf(person)).toBe('Marta')
    expect(nameOf({ ...person, first_name: null })).toBe('marta@nordhafen.example')
  })
})
