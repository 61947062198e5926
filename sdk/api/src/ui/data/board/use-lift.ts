import { useState, type KeyboardEvent } from 'react'
import { isChord } from '../keys/shortcut.js'
import { cardByKey, moveCard, spotByKey, spotOf, type Lanes, type Placed, type Spot } from './board-model.js'

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

export interface LiftInit {
  lanes: Lanes
  enabled: boolean
  /** Whether the card goes there; else it stays where it was. */
  onDrop(card: string, spot: Spot): boolean
  onFocus(card: string): void
  say(key: string, card: string, spot?: Spot): void
}

export interface Lift {
  lifted: string | undefined
  /** The board with the lifted card where it would land. */
  lanes: Lanes
  onKeyDown(event: KeyboardEvent, card: string): void
  cancel(): void
}

/** Cards by keyboard: arrows walk, Space lifts, arrows carry, Space drops, Esc puts back. */
export function useLift({ lanes, enabled, onDrop, onFocus, say }: LiftInit): Lift {
  const [lifted, setLifted] = useState<Placed | null>(null)

  function cancel() {
    if (!lifted) return
    say('board.putBack', lifted.card)
    setLifted(null)
  }
  function toggle(card: string) {
    const spot = spotOf(lanes, card)
    if (!lifted && spot) {
      setLifted({ card, spot })
      say('board.lifted', card, spot)
    }
    if (lifted) {
      setLifted(null)
      if (onDrop(lifted.card, lifted.spot)) say('board.dropped', lifted.card, lifted.spot)
      else say('board.putBack', lifted.card)
    }
  }
  function arrow(card: string, key: string) {
    const direction = { key, rtl: document.documentElement.dir === 'rtl' }
    if (!lifted) return onFocus(cardByKey(lanes, card, direction) ?? card)
    const spot = spotByKey(lanes, lifted, direction)
    setLifted({ card: lifted.card, spot })
    say('board.over', lifted.card, spot)
  }
  function onKeyDown(event: KeyboardEvent, card: string) {
    if (isChord(event) || event.shiftKey) return
    if (event.key === 'Tab') return cancel()
    const used = ARROWS.includes(event.key) || (event.key === ' ' && enabled) || (event.key === 'Escape' && lifted !== null)
    if (!used) return
    event.preventDefault()
    // Esc lets go of the card, not of the panel beside the board.
    event.stopPropagation()
    if (event.key === ' ') toggle(card)
    else if (event.key === 'Escape') cancel()
    else arrow(card, event.key)
  }
  return {
    lifted: lifted?.card,
    lanes: lifted ? moveCard(lanes, lifted.card, lifted.spot) : lanes,
    onKeyDown,
    cancel,
  }
}
