import { describe, expect, test } from 'vitest'
import { anchorsOf, cardByKey, isMove, lanesOf, moveCard, sameSpot, spotByKey, spotOf, type Lanes } from './board-model.js'

const lanes: Lanes = [
  { id: 'open', cards: ['a', 'b', 'c'] },
  { id: 'doing', cards: [] },
  { id: 'done', cards: ['d'] },
]
const ltr = (key: string) => ({ key, rtl: false })
const rtl = (key: string) => ({ key, rtl: true })

test('cards are sorted into lanes in their order; unknown states are left out', () => {
  const cards = [
    { id: '1', state: 'b' },
    { id: '2', state: 'a' },
    { id: '3', state: 'b' },
    { id: '4', state: 'gone' },
  ]
  expect(lanesOf(['a', 'b'], cards, (card) => card.state)).toEqual([
    { id: 'a', cards: ['2'] },
    { id: 'b', cards: ['1', '3'] },
  ])
})

describe('a move', () => {
  test('leaves the old place and takes the new one', () => {
    expect(moveCard(lanes, 'b', { lane: 'done', index: 0 })).toEqual([
      { id: 'open', cards: ['a', 'c'] },
      { id: 'doing', cards: [] },
      { id: 'done', cards: ['b', 'd'] },
    ])
  })

  test('within a column is one only where the order means something', () => {
    const [first, second, done] = [{ lane: 'open', index: 0 }, { lane: 'open', index: 1 }, { lane: 'done', index: 0 }]
    expect([isMove(first, second, true), isMove(first, second, false)]).toEqual([true, false])
    expect([isMove(first, done, false), isMove(first, first, true)]).toEqual([true, false])
  })

  test('counts places without the moved card', () => {
    expect(moveCard(lanes, 'a', { lane: 'open', index: 2 })[0]?.cards).toEqual(['b', 'c', 'a'])
    expect(moveCard(lanes, 'a', { lane: 'open', index: 0 })).toEqual(lanes)
  })
})

describe('anchors', () => {
  test('name the card above, at the top the card below, in an empty lane none', () => {
    expect(anchorsOf(lanes, 'd', { lane: 'open', index: 1 })).toEqual({ after_id: 'a' })
    expect(anchorsOf(lanes, 'd', { lane: 'open', index: 0 })).toEqual({ before_id: 'a' })
    expect(anchorsOf(lanes, 'd', { lane: 'open', index: 3 })).toEqual({ after_id: 'c' })
    expect(anchorsOf(lanes, 'd', { lane: 'doing', index: 0 })).toEqual({})
  })

  test('never name the moved card itself', () => {
    expect(anchorsOf(lanes, 'a', { lane: 'open', index: 0 })).toEqual({ before_id: 'b' })
    expect(anchorsOf(lanes, 'b', { lane: 'open', index: 2 })).toEqual({ after_id: 'c' })
  })

  test('say the same as the move does', () => {
    for (const spot of [0, 1, 2, 3].map((index) => ({ lane: 'open', index }))) {
      const { after_id, before_id } = anchorsOf(lanes, 'd', spot)
      const cards = moveCard(lanes, 'd', spot)[0]?.cards ?? []
      const at = cards.indexOf('d')
      expect(after_id ? cards[at - 1] : cards[at + 1]).toBe(after_id ?? before_id)
    }
  })
})

describe('keys move a lifted card', () => {
  const spot = { lane: 'open', index: 1 }
  test('within its lane, and no further than its ends', () => {
    expect(spotByKey(lanes, { card: 'b', spot }, ltr('ArrowUp'))).toEqual({ lane: 'open', index: 0 })
    expect(spotByKey(lanes, { card: 'b', spot: { lane: 'open', index: 0 } }, ltr('ArrowUp'))).toEqual({ lane: 'open', index: 0 })
    expect(spotByKey(lanes, { card: 'b', spot }, ltr('End'))).toEqual({ lane: 'open', index: 2 })
    expect(spotByKey(lanes, { card: 'b', spot: { lane: 'open', index: 2 } }, ltr('ArrowDown'))).toEqual({ lane: 'open', index: 2 })
  })

  test('to the lane beside, at the nearest place it has', () => {
    expect(spotByKey(lanes, { card: 'b', spot }, ltr('ArrowRight'))).toEqual({ lane: 'doing', index: 0 })
    expect(spotByKey(lanes, { card: 'b', spot }, ltr('ArrowLeft'))).toEqual(spot)
  })

  test('the other way round from right to left', () => {
    expect(spotByKey(lanes, { card: 'b', spot }, rtl('ArrowLeft'))).toEqual({ lane: 'doing', index: 0 })
  })
})

describe('keys move the focus', () => {
  test('along the lane', () => {
    expect(cardByKey(lanes, 'a', ltr('ArrowDown'))).toBe('b')
    expect(cardByKey(lanes, 'a', ltr('ArrowUp'))).toBe('a')
    expect(cardByKey(lanes, 'a', ltr('End'))).toBe('c')
  })

  test('over empty lanes, and stays where nothing follows', () => {
    expect(cardByKey(lanes, 'c', ltr('ArrowRight'))).toBe('d')
    expect(cardByKey(lanes, 'd', ltr('ArrowLeft'))).toBe('a')
    expect(cardByKey(lanes, 'd', ltr('ArrowRight'))).toBe('d')
    expect(cardByKey(lanes, 'c', rtl('ArrowLeft'))).toBe('d')
  })
})

test('places are found and compared', () => {
  expect(spotOf(lanes, 'd')).toEqual({ lane: 'done', index: 0 })
  expect(spotOf(lanes, 'x')).toBeUndefined()
  expect(sameSpot(spotOf(lanes, 'd'), { lane: 'done', index: 0 })).toBe(true)
  expect(sameSpot(spotOf(lanes, 'd'), undefined)).toBe(false)
})
