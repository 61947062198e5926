import { useMemo, useState } from 'react'
import { errorText } from '../../api/error-text.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { useToast } from '../../parts/use-toast.js'
import { anchorsOf, isMove, moveCard, spotOf, type Anchors, type Lanes, type Spot } from './board-model.js'

/** A card on its way: into which column and beside which card. The body of the API's `move`. */
export interface BoardMove<T> extends Anchors {
  card: T
  state: string
}

interface Pending {
  key: symbol
  card: string
  spot: Spot
}

export interface Moves {
  /** The board with the moves that the server has not yet confirmed. */
  lanes: Lanes
  /** Whether there is anything to move. */
  move(card: string, spot: Spot): boolean
}

export interface MovesInit<T extends { id: string }> {
  lanes: Lanes
  cards: readonly T[]
  /** The place within a lane means something. */
  ordered: boolean
  /** Resolves when `cards` hold the move; rejects to take it back. */
  onMove: ((move: BoardMove<T>) => Promise<unknown>) | undefined
  say(key: string, card: string, spot?: Spot): void
  /** What a finished move is called in the toast. */
  words(card: string, spot: Spot): string
}

/** Shows a move at once, sends it, and takes it back when it is refused; the toast offers Undo. */
export function useMoves<T extends { id: string }>({ lanes, cards, ordered, onMove, say, words }: MovesInit<T>): Moves {
  const t = useT(KIT)
  const toast = useToast()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const shown = useMemo(() => pending.reduce((board, { card, spot }) => moveCard(board, card, spot), lanes), [lanes, pending])

  async function send(card: string, spot: Spot, undo: (() => void) | undefined) {
    const record = cards.find(({ id }) => id === card)
    if (!record || !onMove) return
    const key = Symbol(card)
    setPending((before) => [...before, { key, card, spot }])
    try {
      await onMove({ card: record, state: spot.lane, ...anchorsOf(shown, card, spot) })
      toast({ text: words(card, spot), ...(undo && { undo }) })
    } catch (error) {
      say('board.takenBack', card)
      toast({ text: errorText(t, error), tone: 'error' })
    } finally {
      setPending((before) => before.filter((one) => one.key !== key))
    }
  }

  return {
    lanes: shown,
    move(card, spot) {
      const from = spotOf(shown, card)
      if (!from || !isMove(from, spot, ordered)) return false
      void send(card, spot, () => void send(card, from, undefined))
      return true
    },
  }
}
