import { describe, expect, it } from 'vitest'
import { problemsOf, trimmed, type Draft } from './draft'

const good: Draft = {
  business_name: 'Hartmann Hochbau',
  subdomain: 'hartmann-hochbau',
  owner_name: 'Katharina Hartmann',
  owner_email: 'katharina@hartmann.example',
  password: 'a short sentence works',
  industry_code: 'construction',
  locale: 'de-DE',
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  country: 'DE',
}

describe('a draft of a company', () => {
  it('has no problems when everything is in order', () => expect(problemsOf(good)).toEqual({}))

  it.each([
    [{ business_name: '  ' }, { business_name: 'businessName' }],
    [{ subdomain: 'admin' }, { subdomain: 'subdomain' }],
    [{ owner_name: '' }, { owner_name: 'ownerName' }],
    [{ owner_email: '' }, { owner_email: 'email' }],
    [{ owner_email: 'katharina' }, { owner_email: 'email' }],
    [{ owner_email: 'katharina@' }, { owner_email: 'emailDomain' }],
    [{ owner_email: 'katharina@hartmann' }, { owner_email: 'emailDomain' }],
    [{ owner_email: 'a@b@c.example' }, { owner_email: 'email' }],
    [{ password: '1234567' }, { password: 'passwordShort' }],
    [{ password: 'x'.repeat(129) }, { password: 'passwordLong' }],
    [{ industry_code: '' }, { industry_code: 'industry' }],
  ] satisfies [Partial<Draft>, object][])('%j has a problem', (change, expected) => {
    expect(problemsOf({ ...good, ...change })).toEqual(expected)
  })

  it('counts characters as people do, not as UTF-16 does', () => {
    expect(problemsOf({ ...good, password: '🔑'.repeat(7) })).toEqual({ password: 'passwordShort' })
    expect(problemsOf({ ...good, password: '🔑'.repeat(128) })).toEqual({})
  })

  it('is sent without spaces around it, but for the password', () => {
    const sent = trimmed({ ...good, business_name: ' A ', owner_email: ' b@c.example ', password: ' p a s s ' })
    expect(sent).toMatchObject({ business_name: 'A', owner_email: 'b@c.example', password: ' p a s s ' })
  })
})
