import { useCallback, useEffect, useState, type RefObject } from 'react'
import { useStable } from '../list/use-stable.js'
import { sameSpot, type Spot } from './board-model.js'
import type * as Drag from './drag.js'

type Attach = (drag: typeof Drag) => (() => void) | undefined

/** Runs `attach` with the code for dragging, which is fetched apart: a board is read and worked by keyboard before anything is dragged. */
function useDragCode(attach: Attach, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return
    let detach: (() => void) | undefined
    let over = false
    void import('./drag.js').then((drag) => {
      if (!over) detach = attach(drag)
    })
    return () => {
      over = true
      detach?.()
    }
  }, [attach, enabled])
}

export interface DragAccess {
  board: symbol
  enabled: boolean
}

type ElementRef = RefObject<HTMLElement | null>

export function useDraggable(ref: ElementRef, { board, enabled }: DragAccess, card: string): void {
  const attach = useCallback<Attach>(
    (drag) => (ref.current ? drag.makeDraggable(ref.current, { board, card }) : undefined),
    [ref, board, card],
  )
  useDragCode(attach, enabled)
}

export function useDropTarget(ref: ElementRef, { board, enabled }: DragAccess, lane: string): void {
  const attach = useCallback<Attach>(
    (drag) => (ref.current ? drag.makeDropTarget(ref.current, { board, lane }) : undefined),
    [ref, board, lane],
  )
  useDragCode(attach, enabled)
}

/** The card under way and where it would land. */
export interface Dragged {
  card: string
  spot: Spot | undefined
}

/** What is being dragged on a board; `onDrop` is told where a card was let go. */
export function useDragged({ board, enabled }: DragAccess, onDrop: (card: string, spot: Spot) => void): Dragged | null {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const drop = useStable(onDrop)
  const attach = useCallback<Attach>(
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
  )
  useDragCode(attach, enabled)
  return dragged
}
