import { tenantErrors } from './errors.js'

/** What a sign-up or a settings page says of language, time zone and money. */
export interface Conventions {
  locale?: string
  time_zone?: string
}

/** @throws TENANT_UNKNOWN_TIME_ZONE, TENANT_UNKNOWN_LOCALE */
export function assertConventions({ locale, time_zone }: Conventions): void {
  if (time_zone !== undefined && !isTimeZone(time_zone)) throw tenantErrors.UNKNOWN_TIME_ZONE({ values: { time_zone }, details: [{ field: 'time_zone', message: 'This is not a time zone.' }] })
  if (locale !== undefined && !isLocale(locale)) throw tenantErrors.UNKNOWN_LOCALE({ values: { locale }, details: [{ field: 'locale', message: 'This is not a language tag.' }] })
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0
  } catch {
    return false
  }
}
