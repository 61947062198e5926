import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getApi, keys, resource } from '@innoerp/sdk/ui'
import type { Item, NewItem } from '../shared/item.js'
import type { Location, NewLocation } from '../shared/location.js'
import type { Move, NewMove } from '../shared/move.js'
import type { Stock } from '../shared/stock.js'

const INVENTORY = '/api/v1/inventory'

export const items = resource<Item, NewItem>(`${INVENTORY}/items`)
export const locations = resource<Location, NewLocation>(`${INVENTORY}/locations`)
export const moves = resource<Move, NewMove>(`${INVENTORY}/moves`)
export const stock = resource<Stock, Record<string, never>>(`${INVENTORY}/stock`)

/** What a move changes as well. */
export const MOVED = [items.path, stock.path]

/** Posts the way back of a move. */
export function useReverse() {
  const queries = useQueryClient()
  return useMutation<Move, Error, Move>({
    mutationFn: ({ id }) => getApi().post<Move>(`${moves.path}/${id}/reverse`, {}),
    onSuccess: () => Promise.all([moves.path, ...MOVED].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) }))),
  })
}
