/** What decides how figures and dates are written. */
export interface FormatSettings {
  /** BCP 47 tag for Intl, see {@link formatLocaleOf}. */
  locale: string
  /** IANA name. */
  timeZone: string
  /** ISO 4217; used where an amount names none. */
  currency: string
}

/** Absent values in every list, fact and figure. */
export const NOTHING = '–'

/**
 * Words in the user's language, figures in the organization's habit: English for an organization in Germany is `en-DE`,
 * so "24 Nov" and "1.234,50". The organization's own tag stays when the languages agree.
 */
export function formatLocaleOf(language: string, organization: { locale: string; country?: string }): string {
  const wanted = new Intl.Locale(language)
  const habit = new Intl.Locale(organization.locale)
  if (wanted.language === habit.language && habit.region) return habit.toString()
  const region = habit.region ?? organization.country
  return region ? `${wanted.language}-${region}` : wanted.language
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

/** Intl objects are dear to make and free to keep. */
export function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(key: string, make: () => F): F {
  const known = formatters.get(key)
  if (known) return known as F
  const made = make()
  formatters.set(key, made)
  return made
}
