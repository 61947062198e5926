import { describe, expect, it } from 'vitest'
import { addressOf, type Boot } from './boot'

const boot = (port: number): Boot => ({
  area: 'public',
  domain: 'localhost',
  port,
  scheme_cookie: 'io-scheme',
  locale: 'en',
  organization: null,
  deadline_ms: 10_000,
  signup: 'open',
  support_email: 'help@innoerp.example',
})

describe('the address of an organization', () => {
  it('carries the port', () => expect(addressOf('acme', boot(8000), 'http:')).toBe('acme.localhost:8000'))

  it.each([
    [80, 'http:', 'acme.localhost'],
    [443, 'https:', 'acme.localhost'],
    [443, 'http:', 'acme.localhost:443'],
  ])('leaves out the port that the protocol implies: %i %s', (port, protocol, expected) => {
    expect(addressOf('acme', boot(port), protocol)).toBe(expected)
  })
})
