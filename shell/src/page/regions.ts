import type { Region } from '../clients/tenant'

/** Countries by the currency that is used there; the rest keeps what is chosen. */
const CURRENCIES: Readonly<Record<string, string>> = {
  EUR: 'AD AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK',
  USD: 'US EC SV PR PA',
  GBP: 'GB IM JE GG',
  CHF: 'CH LI',
  AED: 'AE', ARS: 'AR', AUD: 'AU', BGN: 'BG', BRL: 'BR', CAD: 'CA', CLP: 'CL', CNY: 'CN', COP: 'CO', CZK: 'CZ', DKK: 'DK GL FO', EGP: 'EG',
  HKD: 'HK', HUF: 'HU', IDR: 'ID', ILS: 'IL', INR: 'IN', ISK: 'IS', JPY: 'JP', KES: 'KE', KRW: 'KR', MAD: 'MA', MXN: 'MX', MYR: 'MY',
  NGN: 'NG', NOK: 'NO', NZD: 'NZ', PEN: 'PE', PHP: 'PH', PKR: 'PK', PLN: 'PL', QAR: 'QA', RON: 'RO', RSD: 'RS', SAR: 'SA', SEK: 'SE',
  SGD: 'SG', THB: 'TH', TRY: 'TR', TWD: 'TW', UAH: 'UA', VND: 'VN', ZAR: 'ZA',
}

const BY_COUNTRY = new Map(
  Object.entries(CURRENCIES).flatMap(([currency, places]) => places.split(' ').map((country) => [country, currency])),
)

/** ISO 4217 of a country, if it is known here. */
export const currencyOf = (country: string): string | undefined => BY_COUNTRY.get(country)

interface Browser {
  languages: readonly string[]
  timeZone: string
}

const browser = (): Browser => ({ languages: navigator.languages, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone })

/** What the browser tells about where the company is: language with a region if it has one, else the likeliest region. */
export function regionDefaults({ languages, timeZone }: Browser = browser()): Region {
  const tags = languages.filter((tag) => Intl.NumberFormat.supportedLocalesOf(tag).length > 0).map((tag) => new Intl.Locale(tag))
  const first = tags[0] ?? new Intl.Locale('en-US')
  const withRegion = first.region ? first : (tags.find((tag) => tag.region && tag.language === first.language) ?? first.maximize())
  const country = withRegion.region ?? 'US'
  return { locale: `${first.language}-${country}`, country, currency: currencyOf(country) ?? 'USD', time_zone: timeZone || 'UTC' }
}

export interface Choice {
  value: string
  label: string
}

const byLabel = (language: string) => (a: Choice, b: Choice) => a.label.localeCompare(b.label, language)

/** Codes that Intl names but ISO 3166-1 does not assign to a country. */
const NO_COUNTRY = 'AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' ')
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** All countries by their names in `language`. There is no list of them in the platform, so every code is tried. */
export function countries(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return ALPHABET.flatMap((first) => ALPHABET.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.includes(code))
    .flatMap((value) => {
      const label = names.of(value)
      return label ? [{ value, label }] : []
    })
    .sort(byLabel(language))
}

/** All currencies in use, by code and name. */
export function currencies(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${value} · ${names.of(value)}` }))
}

/** All time zones; `chosen` is always among them. */
export function timeZones(chosen: string): Choice[] {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])
  return [...all].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}

const LOCALES = 'da de en es fi fr it nb nl pl pt sv cs hu ro tr'.split(' ')

/** Languages as they are written in `country`; `chosen` is always among them. */
export function localesIn(country: string, language: string, chosen: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const all = new Set([chosen, ...LOCALES.map((one) => `${one}-${country}`)])
  return [...all].map((value) => ({ value, label: names.of(value) ?? value })).sort(byLabel(language))
}
