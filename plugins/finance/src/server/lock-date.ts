import { atField, type Context } from '@innoerp/sdk/contract'
import { errors } from './errors.js'

/** Refuses a day that the books are closed for: the setting `lock_date` (`YYYY-MM-DD`) and all before it. Errors: `FINANCE_LOCKED`. */
export function requireOpen({ settings: { lock_date: lockDate } }: Context, date: string): void {
  if (typeof lockDate === 'string' && date <= lockDate) throw atField('date', errors.LOCKED, { lock_date: lockDate })
}
