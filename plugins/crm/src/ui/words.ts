import { dayIn, type Tone } from '@innoerp/sdk/ui'
import type { Company } from '../shared/company.js'
import type { Deal } from '../shared/deal.js'
import type { StageKind } from '../shared/pipeline.js'

/** What the kinds of stages mean. */
export const STAGE_TONES: Readonly<Record<StageKind, Tone>> = { open: 'info', won: 'success', lost: 'danger' }

type Address = Pick<Company, 'street' | 'postal_code' | 'city' | 'region' | 'country'>

/** An address as it stands on an envelope: street, place, country; what is not known is left out. */
export function addressLines({ street, postal_code, city, region, country }: Address): string[] {
  const place = [postal_code, city].filter(Boolean).join(' ')
  return [street, [place, region].filter(Boolean).join(', '), country].filter((line): line is string => Boolean(line))
}

/** Whether the day that an open deal should have been closed on is over. Days are `YYYY-MM-DD`. */
export const isOverdue = ({ expected_close_date, stage_kind }: Pick<Deal, 'expected_close_date' | 'stage_kind'>, today: string): boolean =>
  stage_kind === 'open' && Boolean(expected_close_date) && String(expected_close_date) < today

/** Which day it is in a time zone, as `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string => dayIn(new Date(), timeZone)
