import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { BoardCard } from './board-card.js'
import { BoardLane } from './board-lane.js'
import { lanesOf, type Lane, type Spot } from './board-model.js'
import type { BoardProps } from './board-props.js'
import { useDragged, type DragAccess, type Dragged } from './use-drag.js'
import { useLift, type Lift } from './use-lift.js'
import { useMoves } from './use-moves.js'

/** The inside of a Board. */
export function BoardContent<T extends { id: string }>(props: BoardProps<T>) {
  const { columns, cards, columnOf, label, onMove, ordered = true } = props
  const t = useT(KIT)
  const root = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const [board] = useState(() => Symbol('board'))
  const access: DragAccess = { board, enabled: onMove !== undefined }
  const { said, say, words } = useAnnouncer(props)
  const known = useMemo(() => lanesOf(columns.map(({ id }) => id), cards ?? [], columnOf), [columns, cards, columnOf])
  const moves = useMoves({ lanes: known, cards: cards ?? [], ordered, onMove, say, words: (card, spot) => words('board.moved', card, spot) })
  const focus = useBoardFocus(root)
  const lift = useLift({ lanes: moves.lanes, enabled: access.enabled, onDrop: moves.move, onFocus: focus.go, say })
  const dragged = useDragged(access, moves.move)
  // A lifted card changes its place in the document, and with it loses the focus.
  useLayoutEffect(() => {
    if (lift.lifted !== undefined) focus.go(lift.lifted)
  })
  const stop = focus.current ?? lift.lanes.flatMap((lane) => lane.cards)[0]
  return (
    <div ref={root} className="io-board" role="group" aria-label={label} aria-busy={!cards || undefined} onPointerDown={lift.cancel}>
      {lift.lanes.map((lane) => (
        <LaneView
          key={lane.id}
          props={props}
          lane={lane}
          lift={lift}
          dragged={dragged}
          access={access}
          hintId={hintId}
          stop={stop}
          onStop={focus.set}
        />
      ))}
      <span id={hintId} hidden>
        {t('board.hint')}
      </span>
      <span className="io-sr" role="status" aria-live="assertive">
        {said}
      </span>
    </div>
  )
}

interface LaneViewProps<T extends { id: string }> {
  props: BoardProps<T>
  lane: Lane
  lift: Lift
  dragged: Dragged | null
  access: DragAccess
  hintId: string
  /** The card that Tab reaches. */
  stop: string | undefined
  onStop(card: string): void
}

function LaneView<T extends { id: string }>({ props, lane, lift, dragged, access, hintId, stop, onStop }: LaneViewProps<T>) {
  const { columns, cards = [], title, card: render, link, onOpen, onAdd, sum } = props
  const column = columns.find(({ id }) => id === lane.id)
  const shown = lane.cards.flatMap((id) => cards.find((card) => card.id === id) ?? [])
  const others = lane.cards.filter((id) => id !== dragged?.card)
  const drop = dragged?.spot?.lane === lane.id ? dragged.spot.index : undefined
  if (!column) return null
  return (
    <BoardLane
      column={column}
      count={shown.length}
      loading={props.cards === undefined}
      access={access}
      dropAtEnd={drop === others.length}
      sum={sum?.(shown)}
      onAdd={onAdd && (() => onAdd(lane.id))}
    >
      {shown.map((card) => (
        <BoardCard
          key={card.id}
          id={card.id}
          title={title(card)}
          access={access}
          current={card.id === stop}
          lifted={card.id === lift.lifted}
          dragged={card.id === dragged?.card}
          dropBefore={drop !== undefined && others[drop] === card.id}
          hintId={hintId}
          to={link?.(card)}
          onOpen={onOpen && (() => onOpen(card))}
          onFocus={() => onStop(card.id)}
          onKeyDown={(event) => lift.onKeyDown(event, card.id)}
        >
          {render(card)}
        </BoardCard>
      ))}
    </BoardLane>
  )
}

/** Says what happens to a card: which column, which place. */
function useAnnouncer<T extends { id: string }>({ columns, cards = [], title, columnOf }: BoardProps<T>) {
  const t = useT(KIT)
  const [said, setSaid] = useState('')
  const words = (key: string, id: string, spot?: Spot) => {
    const card = cards.find((one) => one.id === id)
    const column = columns.find((one) => one.id === spot?.lane)
    const place = (spot?.index ?? 0) + 1
    const others = cards.filter((one) => one.id !== id && columnOf(one) === spot?.lane).length
    return t(key, { title: card ? title(card) : '', column: column?.label ?? '', place, total: others + 1 })
  }
  return { said, words, say: (key: string, id: string, spot?: Spot) => setSaid(words(key, id, spot)) }
}

function useBoardFocus(root: React.RefObject<HTMLElement | null>) {
  const [current, set] = useState<string>()
  const go = (id: string) => root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] [data-card-focus]`)?.focus()
  return { current, set, go }
}
