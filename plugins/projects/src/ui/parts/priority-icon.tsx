import { SignalHigh, SignalLow, SignalMedium, TriangleAlert, type LucideIcon } from 'lucide-react'
import { optionLabel, useT } from '@innoerp/sdk/ui'
import type { TaskPriority } from '../../shared/task.js'

const ICONS: Record<TaskPriority, [icon: LucideIcon, tone?: string]> = {
  low: [SignalLow],
  normal: [SignalMedium],
  high: [SignalHigh, 'io-warn'],
  urgent: [TriangleAlert, 'io-bad'],
}

/** A task's priority as a sign; the word is heard, and shown by pointing. */
export function PriorityIcon({ priority, size = 16 }: { priority: TaskPriority; size?: number }) {
  const t = useT()
  const [Glyph, tone] = ICONS[priority]
  const label = t('task.priorityIs', { priority: optionLabel(t, 'priority', priority) })
  return (
    <span className={tone ?? 'io-muted'} role="img" aria-label={label} title={label}>
      <Glyph size={size} aria-hidden />
    </span>
  )
}

/** Sign and word. */
export function Priority({ priority }: { priority: TaskPriority }) {
  const t = useT()
  const [Glyph, tone] = ICONS[priority]
  return (
    <span className="io-row">
      <Glyph size={15} aria-hidden className={tone ?? 'io-muted'} />
      {optionLabel(t, 'priority', priority)}
    </span>
  )
}
