import type { Context } from '@innoerp/sdk/contract'
import { atField } from '@innoerp/sdk/contract'
import { errors } from './errors.js'

/** Refuses a day that the books are closed for: the lock date of the settings and all before it. Errors: `FINANCE_LOCKED`. */
export function requireOpen(ctx: Context, date: string): void {
  const lockDate = lockDateOf(ctx)
  if (lockDate !== undefined && date <= lockDate) throw atField('date', errors.LOCKED, { lock_date: lockDate })
}

/** The setting `lock_date`, `YYYY-MM-DD`; undefined where nothing is locked. */
function lockDateOf({ config }: Context): string | undefined {
  const { lock_date } = config
  return typeof lock_date === 'string' && lock_date !== '' ? lock_date : undefined
}
