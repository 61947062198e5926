import { CalendarClock } from 'lucide-react'
import { DateText, useFormat, useT } from '@innoerp/sdk/ui'
import type { Deal } from '../../shared/deal.js'
import { isOverdue, todayIn } from '../words.js'

export interface CloseDateProps {
  deal: Deal
  /** With a calendar before it. */
  icon?: boolean
}

/** When a deal should be closed; that this day is over is told by words and colour. */
export function CloseDate({ deal, icon = false }: CloseDateProps) {
  const t = useT()
  const { settings } = useFormat()
  const late = isOverdue(deal, todayIn(settings.timeZone))
  return (
    <span className={late ? 'io-bad' : undefined} title={late ? t('deal.overdue') : undefined}>
      {icon && <CalendarClock size={14} aria-hidden />}
      <DateText value={deal.expected_close_date} {...(late && { className: 'io-bad' })} />
      {late && <span className="io-sr">{t('deal.overdue')}</span>}
    </span>
  )
}
