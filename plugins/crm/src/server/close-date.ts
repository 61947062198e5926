import type { Context } from '@innoerp/sdk/contract'

const DAY_MS = 24 * 3600 * 1000

/** When a new deal is expected to close by the organization's setting `close_in_days`, as a day in its time zone; undefined for 0. */
export function expectedCloseDate({ settings, organization }: Pick<Context, 'settings' | 'organization'>, now: Date = new Date()): string | undefined {
  const days = settings.close_in_days
  if (typeof days !== 'number' || days === 0) return undefined
  // Swedish writes a day as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv', { timeZone: organization.time_zone }).format(now.getTime() + days * DAY_MS)
}
