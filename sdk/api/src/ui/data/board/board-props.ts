import type { ReactNode } from 'react'
import type { Tone } from '../../parts/tone.js'
import type { BoardMove } from './use-moves.js'

export interface BoardColumn {
  /** The state that its cards are in. */
  id: string
  /** Translated. */
  label: string
  /** For states with a meaning of their own; by the word of `id` otherwise. */
  tone?: Tone
  /** Work in progress that the column should hold at most. */
  limit?: number
}

export interface BoardProps<T extends { id: string }> {
  columns: readonly BoardColumn[]
  /** Undefined while they load. */
  cards: readonly T[] | undefined
  /** The column that a card stands in. */
  columnOf(card: T): string
  /** What a card is called, for those who hear the board. */
  title(card: T): string
  /** What a card shows. */
  card(card: T): ReactNode
  /** Where a card leads to, relative to the page. */
  link?(card: T): string
  /** Opens a card that has no page of its own. */
  onOpen?(card: T): void
  /** Without it nothing can be moved. Resolve when `cards` hold the move; reject to take it back. */
  onMove?(move: BoardMove<T>): Promise<unknown>
  /** False where the cards of a column are sorted by something else: then only another column is a move. True by default. */
  ordered?: boolean
  /** Adds a card to a column. */
  onAdd?(column: string): void
  /** A figure of the column's cards at the end of its head. */
  sum?(cards: readonly T[]): ReactNode
  /** What the cards are, for those who hear the board. */
  label: string
}
