import type { Context } from '@innoerp/sdk/contract'
import { bind, transactionOf, type Row, type Statement } from '@innoerp/sdk/server'
import type { Database } from '../../platform/database/database.js'

const AS = `select set_config('role', $1, true)`

/**
 * Runs a statement of the host's own for a module: in the transaction that the module's context stands in, so that it happens with the
 * change or not at all, but under the host's role, since modules reach nothing beyond their own tables. Without a transaction it is one
 * of its own.
 */
export async function runInChange({ core, roles }: Pick<Database, 'core' | 'roles'>, ctx: Context, { moduleId, statement }: { moduleId: string; statement: Statement }): Promise<Row[]> {
  const open = transactionOf(ctx)
  if (!open) return (await core.batch({ organizationId: ctx.organization.id, userId: ctx.user.id }, [statement]))[0] ?? []
  const results = await open.run([bind(AS, [roles.app]), statement, bind(AS, [roles.module(moduleId)])])
  return results[1]?.rows ?? []
}
