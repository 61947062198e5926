import { atField, type Context, type ListParams } from '@innoerp/sdk/contract'
import { newId, withRules, type ModuleEvents } from '@innoerp/sdk/server'
import { MovePosted } from '../shared/events.js'
import type { Move, NewMove } from '../shared/move.js'
import { errors } from './errors.js'
import type { MoveRepository } from './move-repository.js'
import type { References } from './references.js'

interface Deps {
  moves: MoveRepository
  references: References
  events: ModuleEvents
}

const rules = {
  stock_not_negative: () => atField('quantity', errors.NOT_ENOUGH),
  move_two_places: () => atField('to_location_id', errors.SAME_LOCATION),
  move_reversed_once: errors.ALREADY_REVERSED,
}

export type MoveService = ReturnType<typeof createMoveService>

/**
 * Moves: posted once, never changed. Errors: `INVENTORY_NOT_ENOUGH`, `INVENTORY_SAME_LOCATION`, `INVENTORY_ALREADY_REVERSED`, and those
 * of an item or location that is not there.
 */
export const createMoveService = (deps: Deps) => ({
  list: (ctx: Context, params: ListParams) => deps.moves.list(ctx, params),

  get: (ctx: Context, id: string) => deps.moves.get(ctx, id),

  post: (ctx: Context, input: NewMove) => postMove(deps, ctx, { ...input, reverses_id: null }),

  /** Posts the way back of a move, once. */
  reverse: async (ctx: Context, id: string, { reference }: { reference?: string | null }) => {
    const { item_id, quantity, from_location_id, to_location_id, reference: first } = await deps.moves.get(ctx, id)
    const back = { item_id, quantity, from_location_id: to_location_id, to_location_id: from_location_id }
    return postMove(deps, ctx, { ...back, reference: reference ?? first ?? null, reverses_id: id })
  },
})

function postMove({ moves, references, events }: Deps, ctx: Context, values: NewMove & Pick<Move, 'reverses_id'>): Promise<Move> {
  const id = newId()
  const { item_id, quantity, from_location_id, to_location_id, reference = null, reverses_id } = values
  const data = { move_id: id, item_id, quantity, from_location_id, to_location_id, reference, reverses_id }
  return withRules(rules, () =>
    ctx.transaction(async (tx) => {
      await references.holdMove(tx, values)
      const posted = events.statement(tx, MovePosted, { data, aggregate_id: id, aggregate_version: 1 })
      return moves.insert(tx, { moved_at: new Date().toISOString(), ...values, id }, { also: [posted] })
    }),
  )
}
