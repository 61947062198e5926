import { useEffect, useState, type RefObject } from 'react'
import { useStable } from '../list/use-stable.js'
import { sameSpot, type Spot } from './board-model.js'

type DragModule = typeof import('./drag.js')

/** Fetched apart: a board is read and worked by keyboard before anything is dragged. */
const loadDrag = (): Promise<DragModule> => import('./drag.js')

/** Runs `attach` with the code for dragging, and what it returns when it is no longer wanted. */
function useDragModule(attach: (drag: DragModule) => () => void, keys: readonly unknown[], enabled = true): void {
  useEffect(() => {
    if (!enabled) return
    let detach: (() => void) | undefined
    let over = false
    void loadDrag().then((drag) => {
      if (!over) detach = attach(drag)
    })
    return () => {
      over = true
      detach?.()
    }
  }, [...keys, enabled])
}

const need = <T,>(ref: RefObject<T | null>, use: (value: T) => () => void): (() => void) => (ref.current ? use(ref.current) : () => {})

export interface DragAccess {
  board: symbol
  enabled: boolean
}

export const useDraggable = (ref: RefObject<HTMLElement | null>, { board, enabled }: DragAccess, card: string): void =>
  useDragModule((drag) => need(ref, (element) => drag.makeDraggable(element, { board, card })), [board, card], enabled)

export const useDropTarget = (ref: RefObject<HTMLElement | null>, { board, enabled }: DragAccess, lane: string): void =>
  useDragModule((drag) => need(ref, (element) => drag.makeDropTarget(element, { board, lane })), [board, lane], enabled)

/** The card under way and where it would land. */
export interface Dragged {
  card: string
  spot: Spot | undefined
}

/** What is being dragged on a board; `onDrop` is told where a card was let go. */
export function useDragged({ board, enabled }: DragAccess, onDrop: (card: string, spot: Spot) => void): Dragged | null {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const drop = useStable(onDrop)
  useDragModule(
    (drag) =>
      drag.watchDrags({
        board,
        // Told with every movement of the pointer: only a new place is drawn.
        onDrag: (card, spot) => setDragged((before) => (before?.card === card && sameSpot(before.spot, spot) ? before : { card, spot })),
        onEnd: (card, spot) => {
          setDragged(null)
          if (spot) drop(card, spot)
        },
      }),
    [board, drop],
    enabled,
  )
  return dragged
}
