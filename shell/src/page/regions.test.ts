import { describe, expect, it } from 'vitest'
import { countries, currencies, currencyOf, localesIn, regionDefaults, timeZones } from './regions'

const defaults = (languages: string[], timeZone = 'Europe/Berlin') => regionDefaults({ languages, timeZone })

describe('defaults from the browser', () => {
  it('take the region of the first language', () => {
    expect(defaults(['de-CH', 'en'])).toEqual({ locale: 'de-CH', country: 'CH', currency: 'CHF', time_zone: 'Europe/Berlin' })
  })

  it('take a later tag’s region, if the language is the same', () => {
    expect(defaults(['en', 'fr-FR', 'en-GB'])).toMatchObject({ locale: 'en-GB', currency: 'GBP' })
  })

  it('take the likeliest region of a language alone', () => {
    expect(defaults(['de'])).toMatchObject({ locale: 'de-DE', country: 'DE', currency: 'EUR' })
  })

  it('are American English when nothing can be read', () => {
    expect(defaults([], '')).toEqual({ locale: 'en-US', country: 'US', currency: 'USD', time_zone: 'UTC' })
  })
})

describe('choices', () => {
  it('name countries in the language of the page, and no code that is none', () => {
    const found = countries('de')
    expect(found).toContainEqual({ value: 'DE', label: 'Deutschland' })
    expect(found.length).toBeGreaterThan(230)
    expect(found.some(({ value }) => ['EU', 'UN', 'ZZ', 'XA'].includes(value))).toBe(false)
  })

  it('hold what is chosen', () => {
    expect(timeZones('Etc/Somewhere').map(({ value }) => value)).toContain('Etc/Somewhere')
    expect(localesIn('DE', 'en', 'ar-DE').map(({ value }) => value)).toEqual(expect.arrayContaining(['ar-DE', 'de-DE', 'en-DE']))
    expect(currencies('en')).toContainEqual({ value: 'EUR', label: 'EUR · Euro' })
  })

  it('know the currency of a country', () => {
    expect(currencyOf('AT')).toBe('EUR')
    expect(currencyOf('AQ')).toBeUndefined()
  })
})
