import { describe, expect, it } from 'vitest'
import { routeOf } from './route'

describe('pages before sign-in', () => {
  it('signs companies up on the platform’s own host only', () => {
    expect(routeOf('public', '/')).toEqual({ page: 'sign-up' })
    expect(routeOf('tenant', '/')).toEqual({ page: 'not-found' })
  })

  it('signs people in where they work', () => {
    expect(routeOf('tenant', '/sign-in')).toEqual({ page: 'sign-in' })
    expect(routeOf('admin', '/sign-in')).toEqual({ page: 'sign-in' })
    expect(routeOf('public', '/sign-in')).toEqual({ page: 'find-address' })
  })

  it('takes invitations with a well-formed token, on an organization’s host', () => {
    expect(routeOf('tenant', '/accept-invitation/aB3_-x')).toEqual({ page: 'accept-invitation', token: 'aB3_-x' })
    expect(routeOf('tenant', '/accept-invitation/a/b')).toEqual({ page: 'not-found' })
    expect(routeOf('tenant', '/accept-invitation/%2e%2e')).toEqual({ page: 'not-found' })
    expect(routeOf('admin', '/accept-invitation/aB3')).toEqual({ page: 'not-found' })
  })
})
