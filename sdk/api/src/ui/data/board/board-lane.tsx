import { Plus } from 'lucide-react'
import { useId, useRef, type ReactNode } from 'react'
import { token } from '../../host/token.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { IconButton } from '../../parts/icon-button.js'
import { Skeleton } from '../../parts/skeleton.js'
import { shapeOf, toneOfState } from '../../parts/tone.js'
import type { BoardColumn } from './board-props.js'
import { useDropTarget, type DragAccess } from './use-drag.js'

export interface BoardLaneProps {
  column: BoardColumn
  count: number
  loading: boolean
  access: DragAccess
  /** The card would be dropped at its end. */
  dropAtEnd: boolean
  sum: ReactNode
  onAdd: (() => void) | undefined
  children: ReactNode
}

/** One column: head with shape, word, count and sum; below it the cards. */
export function BoardLane({ column, count, loading, access, dropAtEnd, sum, onAdd, children }: BoardLaneProps) {
  const t = useT(KIT)
  const section = useRef<HTMLElement>(null)
  const titleId = useId()
  useDropTarget(section, access, column.id)
  const over = column.limit !== undefined && count > column.limit
  return (
    <section ref={section} className="io-lane" aria-labelledby={titleId}>
      <header className="io-lane-head">
        <LaneMark column={column} />
        <h2 id={titleId} className="io-trunc">
          {column.label}
        </h2>
        <span className={over ? 'io-count io-warn' : 'io-count'}>
          {column.limit === undefined ? count : t('board.ofLimit', { count, limit: column.limit })}
        </span>
        <span className="io-grow" />
        {sum && <span className="io-lane-sum">{sum}</span>}
        {onAdd && (
          <IconButton small label={t('board.add', { column: column.label })} onClick={onAdd}>
            <Plus size={16} />
          </IconButton>
        )}
      </header>
      <ol className="io-lane-cards" data-drop={dropAtEnd || undefined}>
        {loading ? <LaneSkeleton /> : children}
      </ol>
    </section>
  )
}

function LaneMark({ column: { id, tone } }: { column: BoardColumn }) {
  const known = toneOfState(id)
  const shown = tone ?? known.tone
  return (
    <span className="io-chip" data-quiet aria-hidden>
      <i data-shape={tone ? shapeOf(tone) : known.shape} style={{ color: token(shown === 'neutral' ? 'text-3' : `${shown}-mark`) }} />
    </span>
  )
}

const LaneSkeleton = () =>
  [72, 56, 64].map((width) => (
    <li key={width} className="io-board-card" aria-hidden>
      <Skeleton width={`${width}%`} />
      <Skeleton width="40%" />
    </li>
  ))
