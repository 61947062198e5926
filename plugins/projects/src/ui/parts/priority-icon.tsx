import { TriangleAlert } from 'lucide-react'
import { optionLabel, useT } from '@innoerp/sdk/ui'
import type { TaskPriority } from '../../shared/task.js'
import styles from './priority.module.css'

/** Filled bars of a priority; what is urgent has a sign of its own. */
const BARS: Record<Exclude<TaskPriority, 'urgent'>, number> = { low: 1, normal: 2, high: 3 }
const TONES: Record<TaskPriority, string> = { low: 'io-muted', normal: 'io-t2', high: 'io-warn', urgent: 'io-bad' }
const HEIGHTS = [5, 9, 13]

function Sign({ priority }: { priority: TaskPriority }) {
  if (priority === 'urgent') return <TriangleAlert size={15} className={styles.sign} aria-hidden />
  return (
    <svg className={`${styles.sign} ${styles.bars}`} width={15} height={15} viewBox="0 0 15 15" aria-hidden>
      {HEIGHTS.map((height, index) => (
        <rect
          key={height}
          x={index * 5 + 1}
          y={14 - height}
          width={3.5}
          height={height}
          rx={1}
          className={index < BARS[priority] ? undefined : styles.empty}
        />
      ))}
    </svg>
  )
}

/** A task's priority as a sign; the word is heard, and shown by pointing. */
export function PriorityIcon({ priority }: { priority: TaskPriority }) {
  const t = useT()
  const label = t('task.priorityIs', { priority: optionLabel(t, 'priority', priority) })
  return (
    <span className={TONES[priority]} role="img" aria-label={label} title={label}>
      <Sign priority={priority} />
    </span>
  )
}

/** Sign and word. */
export function Priority({ priority }: { priority: TaskPriority }) {
  const t = useT()
  return (
    <span className="io-row">
      <span className={TONES[priority]}>
        <Sign priority={priority} />
      </span>
      {optionLabel(t, 'priority', priority)}
    </span>
  )
}
