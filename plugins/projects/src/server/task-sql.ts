import { bind, type Statement } from '@innoerp/sdk/server'
import type { TaskState } from '../shared/task.js'
import { PROJECT, TASK } from './tables.js'

const TAKE_NUMBER = `update ${PROJECT} set last_task_number = last_task_number + 1
  where id = $1 and deleted_at is null returning last_task_number as number`
const LOCK_BOARD = `select id from ${PROJECT}
  where id = (select project_id from ${TASK} where id = $1) and deleted_at is null for no key update`
const LAST_RANK = `select max(rank) as rank from ${TASK} where project_id = $1 and state = $2 and id <> $3`
const RANK_OF = `select rank from ${TASK} where id = $1 and project_id = $2 and state = $3 and deleted_at is null`
const RANK_ABOVE = `select max(rank) as rank from ${TASK}
  where project_id = $2 and state = $3 and id <> $4 and rank < (select rank from ${TASK} where id = $1)`
const RANK_BELOW = `select min(rank) as rank from ${TASK}
  where project_id = $2 and state = $3 and id <> $4 and rank > (select rank from ${TASK} where id = $1)`
const COLUMN = `select id from ${TASK} where project_id = $1 and state = $2 order by rank`
const SET_RANKS = `update ${TASK} t set rank = n.rank, version = version + 1, updated_at = now()
  from unnest($1::uuid[], $2::text[]) as n (id, rank) where t.id = n.id`
const ANCESTORS = `with recursive line as (
    select id, parent_id from ${TASK} where id = $1 and project_id = $2 and deleted_at is null
    union select t.id, t.parent_id from ${TASK} t join line on t.id = line.parent_id)
  select id from line`
const RECOUNT = `update ${TASK} t set
    subtask_count = (select count(*) from ${TASK} s where s.parent_id = t.id and s.deleted_at is null and s.state <> 'cancelled'),
    subtask_done_count = (select count(*) from ${TASK} s where s.parent_id = t.id and s.deleted_at is null and s.state = 'done')
  where t.id = any($1::uuid[])`
const HIDE_BELOW = `with recursive below as (
    select id from ${TASK} where parent_id = $1 and deleted_at is null
    union select t.id from ${TASK} t join below on t.parent_id = below.id where t.deleted_at is null)
  update ${TASK} set deleted_at = now(), version = version + 1, updated_at = now() where id in (select id from below) returning id`
const HIDDEN = `select t.parent_id, p.id is null or p.deleted_at is null as parent_visible
  from ${TASK} t left join ${TASK} p on p.id = t.parent_id
  where t.id = $1 and t.deleted_at > now() - interval '30 days'`
const SHOW_BELOW = `with recursive below as (
    select id, deleted_at from ${TASK} where id = $1
    union select t.id, t.deleted_at from ${TASK} t join below on t.parent_id = below.id and t.deleted_at = below.deleted_at)
  update ${TASK} set deleted_at = null, version = version + 1, updated_at = now() where id in (select id from below where id <> $1)`
const COUNT_COMMENT = `update ${TASK} set comment_count = comment_count + 1 where id = $1 and deleted_at is null returning project_id`

/** One column of the board. */
export interface Column {
  projectId: string
  state: TaskState
}
/** A place in a column as seen by the task that goes there; ranks of deleted tasks count, so that these can come back. */
export interface Place extends Column {
  taskId: string
}

/** Statements of tasks. Everything that orders or nests tasks runs after `takeNumber` or `lockBoard`, one board at a time. */
export const taskSql = {
  /** Locks the board and takes the next number of its project; no row where there is no such project. */
  takeNumber: (projectId: string): Statement => bind(TAKE_NUMBER, [projectId]),
  /** Locks the board that a task, deleted or not, stands on; no row where there is none. */
  lockBoard: (taskId: string): Statement => bind(LOCK_BOARD, [taskId]),
  lastRank: ({ projectId, state, taskId }: Place): Statement => bind(LAST_RANK, [projectId, state, taskId]),
  rankOf: (id: string, { projectId, state }: Column): Statement => bind(RANK_OF, [id, projectId, state]),
  rankAbove: (id: string, { projectId, state, taskId }: Place): Statement => bind(RANK_ABOVE, [id, projectId, state, taskId]),
  rankBelow: (id: string, { projectId, state, taskId }: Place): Statement => bind(RANK_BELOW, [id, projectId, state, taskId]),
  column: ({ projectId, state }: Column): Statement => bind(COLUMN, [projectId, state]),
  setRanks: (ids: readonly string[], ranks: readonly string[]): Statement => bind(SET_RANKS, [ids, ranks]),
  /** A task of the project and all tasks above it; none where it is not there. */
  ancestors: (id: string, projectId: string): Statement => bind(ANCESTORS, [id, projectId]),
  /** Counts the subtasks of these tasks anew. */
  recount: (ids: readonly string[]): Statement => bind(RECOUNT, [ids]),
  hideBelow: (id: string): Statement => bind(HIDE_BELOW, [id]),
  /** Whether a deleted task can come back. */
  hidden: (id: string): Statement => bind(HIDDEN, [id]),
  /** Shows what was hidden together with the task; runs before the task itself is restored. */
  showBelow: (id: string): Statement => bind(SHOW_BELOW, [id]),
  countComment: (id: string): Statement => bind(COUNT_COMMENT, [id]),
}
