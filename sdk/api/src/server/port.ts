import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Context } from '../contract/context.js'
import { platformErrors } from './database/platform-errors.js'
import type { Port } from './define-module.js'

export interface PortOptions<S extends TSchema> {
  /** What the port takes; formats such as `uuid` are not known here, patterns are. */
  input: S
  /** The permission of the answering module that the person needs on whose behalf it is called. */
  permission: string
}

/**
 * A port that takes what its schema says, from whom it may answer. Errors: `PLATFORM_BAD_PORT_INPUT` (400), `PLATFORM_PORT_FORBIDDEN` (403).
 * @example ports: { 'crm.customer.lookup': port({ input: LookupInput, permission: 'crm.read' }, (ctx, { ids }) => …) }
 */
export function port<S extends TSchema>({ input: schema, permission }: PortOptions<S>, run: (ctx: Context, input: Static<S>) => Promise<unknown>): Port {
  return async (ctx, input) => {
    if (!ctx.can(permission)) throw platformErrors.PORT_FORBIDDEN({ values: { permission } })
    const problem = Value.Errors(schema, input).First()
    if (problem) throw platformErrors.BAD_PORT_INPUT({ values: { problem: `${problem.path || '/'} ${problem.message}` } })
    return run(ctx, input as Static<S>)
  }
}
