import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { atField, type Context } from '@innoerp/sdk/contract'
import type { TenantDb } from '@innoerp/sdk/server'
import { errors } from './errors.js'
import { taskSql, type Place } from './task-sql.js'

/** A rank longer than this makes its column be numbered anew. */
const LONGEST_RANK = 32

/** Next to whom a task goes: at most one of the two. */
export interface Neighbour {
  before_id?: string
  after_id?: string
}
type Rank = string | null

export type Places = ReturnType<typeof createPlaces>

/**
 * Ranks of a column (fractional indexing, compared byte by byte). The caller holds the board's lock, so that no two tasks of a
 * column get the same rank.
 */
export const createPlaces = (db: TenantDb) => {
  const rankIn = (rows: { rank?: unknown }[] | undefined): Rank => (rows?.[0]?.rank ?? null) as Rank

  const atEnd = async (tx: Context, place: Place): Promise<string> =>
    generateKeyBetween(rankIn(await db.run(tx, taskSql.lastRank(place))), null)

  const nextTo = async (tx: Context, place: Place, { id, side }: { id: string; side: 'before' | 'after' }): Promise<string> => {
    if (id === place.taskId) throw atField(`${side}_id`, errors.NEIGHBOUR)
    const further = side === 'before' ? taskSql.rankAbove(id, place) : taskSql.rankBelow(id, place)
    const [near, far] = await db.batch(tx, [taskSql.rankOf(id, place), further])
    const [anchor, other] = [rankIn(near), rankIn(far)]
    if (anchor === null) throw atField(`${side}_id`, errors.NEIGHBOUR)
    return side === 'before' ? generateKeyBetween(other, anchor) : generateKeyBetween(anchor, other)
  }

  /** Gives every task of the column a short rank, all of them after the last one so far: no rank is taken twice on the way. */
  const renumber = async (tx: Context, place: Place): Promise<void> => {
    const [last, tasks = []] = await db.batch(tx, [taskSql.lastRank({ ...place, taskId: NOBODY }), taskSql.column(place)])
    const ids = tasks.map(({ id }) => String(id))
    await db.run(tx, taskSql.setRanks(ids, generateNKeysBetween(rankIn(last), null, ids.length)))
  }

  const find = (tx: Context, place: Place, { before_id, after_id }: Neighbour): Promise<string> => {
    if (before_id !== undefined) return nextTo(tx, place, { id: before_id, side: 'before' })
    if (after_id !== undefined) return nextTo(tx, place, { id: after_id, side: 'after' })
    return atEnd(tx, place)
  }

  return {
    atEnd,
    /** The rank right before or right after a neighbour, else at the end. Errors: `PROJECTS_TWO_NEIGHBOURS`, `PROJECTS_NEIGHBOUR`. */
    at: async (tx: Context, place: Place, neighbour: Neighbour): Promise<string> => {
      if (neighbour.before_id !== undefined && neighbour.after_id !== undefined) throw errors.TWO_NEIGHBOURS()
      const rank = await find(tx, place, neighbour)
      if (rank.length <= LONGEST_RANK) return rank
      await renumber(tx, place)
      return find(tx, place, neighbour)
    },
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
