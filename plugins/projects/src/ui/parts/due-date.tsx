import { CalendarDays } from 'lucide-react'
import { DateText, useFormat, useT } from '@innoerp/sdk/ui'
import type { Task } from '../../shared/task.js'
import { dueTone, todayIn } from '../words.js'

export interface DueDateProps {
  task: Pick<Task, 'due_date' | 'state'>
  /** With a calendar before it. */
  icon?: boolean
}

/** When a task is due; overdue and today are told by words and colour. */
export function DueDate({ task, icon = false }: DueDateProps) {
  const t = useT()
  const { settings } = useFormat()
  const tone = dueTone(task, todayIn(settings.timeZone))
  const isToday = tone === 'io-warn'
  return (
    <span className={tone} title={tone === 'io-bad' ? t('task.overdue') : undefined}>
      {icon && <CalendarDays size={14} aria-hidden />}
      {isToday ? t('task.today') : <DateText value={task.due_date} {...(tone && { className: tone })} />}
      {tone === 'io-bad' && <span className="io-sr">{t('task.overdue')}</span>}
    </span>
  )
}
