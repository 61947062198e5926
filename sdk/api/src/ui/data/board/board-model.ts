/** The cards of one column, in their order. */
export interface Lane {
  readonly id: string
  readonly cards: readonly string[]
}
export type Lanes = readonly Lane[]

/** A place on the board: `index` counts the cards of the lane without the one that is moved. */
export interface Spot {
  lane: string
  index: number
}

/** What stands beside a card at its new place; neither in an empty column. Exactly what the API's `move` takes. */
export interface Anchors {
  before_id?: string
  after_id?: string
}

/** Sorts cards into lanes; a card of an unknown column is left out. The order of `cards` is kept. */
export function lanesOf<T extends { id: string }>(ids: readonly string[], cards: readonly T[], laneOf: (card: T) => string): Lanes {
  const lanes = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const card of cards) lanes.get(laneOf(card))?.push(card.id)
  return [...lanes].map(([id, list]) => ({ id, cards: list }))
}

/** Where a card stands. */
export function spotOf(lanes: Lanes, id: string): Spot | undefined {
  for (const lane of lanes) {
    const index = lane.cards.indexOf(id)
    if (index >= 0) return { lane: lane.id, index }
  }
  return undefined
}

export const sameSpot = (a: Spot | undefined, b: Spot | undefined): boolean => a?.lane === b?.lane && a?.index === b?.index

/** Whether a card that goes from one spot to another really moves: on a board without an order of its own only into another lane. */
export const isMove = (from: Spot, to: Spot, ordered: boolean): boolean => (ordered ? !sameSpot(from, to) : from.lane !== to.lane)

const without = (lanes: Lanes, id: string): Lanes => lanes.map((lane) => ({ ...lane, cards: lane.cards.filter((card) => card !== id) }))

/** The board with the card at its new place. */
export const moveCard = (lanes: Lanes, id: string, spot: Spot): Lanes =>
  without(lanes, id).map((lane) => (lane.id === spot.lane ? { ...lane, cards: lane.cards.toSpliced(spot.index, 0, id) } : lane))

/** The neighbours that say where `spot` is. */
export function anchorsOf(lanes: Lanes, id: string, { lane, index }: Spot): Anchors {
  const cards = without(lanes, id).find((one) => one.id === lane)?.cards ?? []
  const [above, below] = [cards[index - 1], cards[index]]
  if (above !== undefined) return { after_id: above }
  return below === undefined ? {} : { before_id: below }
}

const clamp = (value: number, max: number) => Math.max(0, Math.min(value, max))

/** A card at a place. */
export interface Placed {
  card: string
  spot: Spot
}

export interface Direction {
  /** Arrow keys and Home, End. */
  key: string
  rtl: boolean
}

const sideways = ({ key, rtl }: Direction): -1 | 0 | 1 => {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0
  return (key === 'ArrowRight') === rtl ? -1 : 1
}

/** Where a lifted card goes by a key: up and down in its lane, sideways to the next one, Home and End to the ends. */
export function spotByKey(lanes: Lanes, { card, spot }: Placed, direction: Direction): Spot {
  const rest = without(lanes, card)
  const at = rest.findIndex((lane) => lane.id === spot.lane)
  const lane = rest[clamp(at + sideways(direction), rest.length - 1)]
  if (!lane) return spot
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: spot.index - 1,
    ArrowDown: spot.index + 1,
    Home: 0,
    End: lane.cards.length,
  }
  return { lane: lane.id, index: clamp(steps[direction.key] ?? spot.index, lane.cards.length) }
}

/** The card that the focus goes to by a key; empty lanes are skipped. */
export function cardByKey(lanes: Lanes, id: string, direction: Direction): string | undefined {
  const spot = spotOf(lanes, id)
  if (!spot) return undefined
  const step = sideways(direction)
  const at = lanes.findIndex((lane) => lane.id === spot.lane)
  if (step === 0) {
    const cards = lanes[at]?.cards ?? []
    const ends: Readonly<Record<string, number>> = { ArrowUp: spot.index - 1, ArrowDown: spot.index + 1, Home: 0, End: cards.length - 1 }
    return cards[clamp(ends[direction.key] ?? spot.index, cards.length - 1)]
  }
  for (let next = at + step; next >= 0 && next < lanes.length; next += step) {
    const cards = lanes[next]?.cards ?? []
    if (cards.length > 0) return cards[clamp(spot.index, cards.length - 1)]
  }
  return id
}
