import { describe, expect, it } from 'vitest'
import { alternativesTo, isSubdomain, subdomainFrom } from './subdomain'

describe('an address', () => {
  it.each(['acme', 'a1b', 'hartmann-hochbau', 'x'.repeat(63), 'a--b'])('may be %s', (text) => expect(isSubdomain(text)).toBe(true))

  it.each(['', 'ab', 'x'.repeat(64), '-acme', 'acme-', 'Acme', 'acme.io', 'mül', 'admin', 'www', 'a b c'])('may not be "%s"', (text) =>
    expect(isSubdomain(text)).toBe(false),
  )
})

describe('the address made of a name', () => {
  it.each([
    ['Hartmann Hochbau', 'hartmann-hochbau'],
    ['Müller & Söhne GmbH', 'mueller-soehne-gmbh'],
    ['  Café Zoë, Łódź!  ', 'cafe-zoe-lodz'],
    ['株式会社', ''],
  ])('%s → %s', (name, expected) => expect(subdomainFrom(name)).toBe(expected))

  it('is never longer than an address may be, nor ends in a hyphen', () => {
    const made = subdomainFrom(`${'a'.repeat(62)} tail`)
    expect(made).toBe('a'.repeat(62))
    expect(isSubdomain(made)).toBe(true)
  })
})

describe('alternatives to a taken address', () => {
  it('begin with the country and are addresses themselves', () => {
    const found = alternativesTo('y'.repeat(63), 'DE')
    expect(found[0]).toMatch(/^y+-de$/)
    expect(found.every(isSubdomain)).toBe(true)
    expect(found.length).toBeGreaterThanOrEqual(2)
  })
})
