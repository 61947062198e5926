import { describe, expect, it } from 'vitest'
import type { Boot } from '../page/boot'
import { routeOf } from './route'

const at = (area: Boot['area'], pathname: string, search = '') => routeOf({ area }, { pathname, search })

describe('pages before sign-in', () => {
  it('signs companies up on the platform’s own host only', () => {
    expect(at('public', '/')).toEqual({ page: 'sign-up' })
    expect(at('tenant', '/')).toEqual({ page: 'not-found' })
  })

  it('signs people in where they work', () => {
    expect(at('tenant', '/sign-in')).toEqual({ page: 'sign-in' })
    expect(at('admin', '/sign-in')).toEqual({ page: 'sign-in' })
    expect(at('public', '/sign-in')).toEqual({ page: 'find-address' })
  })

  it('takes invitations with a well-formed token, on an organization’s host', () => {
    expect(at('tenant', '/accept-invitation/aB3_-x')).toEqual({ page: 'accept-invitation', token: 'aB3_-x' })
    expect(at('tenant', '/accept-invitation/a/b')).toEqual({ page: 'not-found' })
    expect(at('tenant', '/accept-invitation/%2e%2e')).toEqual({ page: 'not-found' })
    expect(at('admin', '/accept-invitation/aB3')).toEqual({ page: 'not-found' })
  })

  it('leads back in who forgot a password, with the token of the mail', () => {
    expect(at('tenant', '/forgot-password')).toEqual({ page: 'forgot-password' })
    expect(at('tenant', '/reset-password', '?token=aB3')).toEqual({ page: 'reset-password', token: 'aB3' })
    expect(at('admin', '/verify-email', '?token=aB3')).toEqual({ page: 'verify-email', token: 'aB3' })
    expect(at('tenant', '/verify-email')).toEqual({ page: 'verify-email', token: '' })
    expect(at('public', '/forgot-password')).toEqual({ page: 'not-found' })
  })

  it('opens nothing of an organization that is closed, or on a host that nobody has', () => {
    const sign = { pathname: '/sign-in', search: '' }
    expect(routeOf({ area: 'public', inactive_reason: 'trial_expired' }, sign)).toEqual({ page: 'closed' })
    expect(routeOf({ area: 'public', unknown_host: true }, { pathname: '/', search: '' })).toEqual({ page: 'not-found' })
  })
})
