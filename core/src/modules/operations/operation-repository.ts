import type { CoreDb } from '../../platform/database/core-db.js'

export type OperationState = 'running' | 'succeeded' | 'failed'
/** One step of an operation, in the order in which they were begun. */
export interface Step {
  name: string
  state: OperationState
  started_at: string
  finished_at: string | null
  detail?: string
}
/** A change to modules that takes longer than a request. */
export interface Operation {
  id: string
  kind: string
  module_id: string | null
  input: Record<string, unknown>
  state: OperationState
  steps: Step[]
  error: { code: string; message: string } | null
  created_by: string | null
  created_at: string
  finished_at: string | null
}
export type NewOperation = Pick<Operation, 'id' | 'kind' | 'module_id' | 'input' | 'created_by'>

const COLUMNS = 'id, kind, module_id, input, state, steps, error, created_by, created_at, finished_at'

/** `platform.operations`. */
export const createOperationRepository = (db: CoreDb) => ({
  insert: async ({ id, kind, module_id, input, created_by }: NewOperation): Promise<Operation> =>
    (
      await db.run<Operation>('platform', `insert into platform.operations (id, kind, module_id, input, created_by) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`, [
        id,
        kind,
        module_id,
        input,
        created_by,
      ])
    )[0] as Operation,
  find: async (id: string): Promise<Operation | undefined> => (await db.run<Operation>('platform', `select ${COLUMNS} from platform.operations where id = $1`, [id]))[0],
  /** The newest `limit` of them. */
  list: (limit: number): Promise<Operation[]> => db.run<Operation>('platform', `select ${COLUMNS} from platform.operations order by created_at desc, id limit $1`, [limit]),
  running: (): Promise<Operation[]> => db.run<Operation>('platform', `select ${COLUMNS} from platform.operations where state = 'running' order by created_at, id`),
  /** Notes how far it has come. */
  save: async ({ id, state, steps, error }: Operation): Promise<void> => {
    await db.run(
      'platform',
      `update platform.operations set state = $2, steps = $3::jsonb, error = $4::jsonb, finished_at = case when $2 <> 'running' then now() end where id = $1`,
      [id, state, JSON.stringify(steps), error && JSON.stringify(error)],
    )
  },
})
export type OperationRepository = ReturnType<typeof createOperationRepository>
