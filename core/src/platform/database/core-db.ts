import { scopeStatement, bind, Transaction, type Row, type Statement } from '@innoerp/sdk/server'
import type { ConnectionPool } from './pool.js'
import type { Roles } from './roles.js'

/** Whom core works for: one organization, or the platform itself (super admins, the host's own look-ups). */
export type CoreScope = { organizationId: string; userId?: string } | 'platform'

/** Statements of core's services. What runs in a transaction takes `tx` instead of the scope. */
export interface CoreDb {
  run<R = Row>(scope: CoreScope | CoreTransaction, text: string, values?: readonly unknown[]): Promise<R[]>
  batch(scope: CoreScope | CoreTransaction, statements: readonly Statement[]): Promise<Row[][]>
  transaction<T>(scope: CoreScope, work: (tx: CoreTransaction) => Promise<T>): Promise<T>
}

/** An open transaction of core. */
export class CoreTransaction extends Transaction {}

export function createCoreDb({ pool, roles }: { pool: ConnectionPool; roles: Roles }): CoreDb {
  const scopeFor = (scope: CoreScope) =>
    scope === 'platform' ? { role: roles.admin } : { role: roles.app, organizationId: scope.organizationId, ...(scope.userId && { userId: scope.userId }) }
  const batch: CoreDb['batch'] = async (scope, statements) => {
    const results =
      scope instanceof CoreTransaction
        ? await scope.run(statements)
        : await pool.submit({ statements: [scopeStatement(scopeFor(scope)), ...statements], hidden: 1 })
    return results.map((result) => result.rows)
  }
  return {
    batch,
    run: async <R>(scope: CoreScope | CoreTransaction, text: string, values: readonly unknown[] = []) =>
      ((await batch(scope, [bind(text, values)]))[0] ?? []) as R[],
    transaction: async (scope, work) => {
      const transaction = new CoreTransaction(pool, scopeFor(scope))
      try {
        const result = await work(transaction)
        await transaction.commit()
        return result
      } catch (error) {
        await transaction.rollback()
        throw error
      }
    },
  }
}
