import type { Context, Log } from '@innoerp/sdk/contract'
import type { TenantDb } from '@innoerp/sdk/server'
import { ModuleContext, type ContextBase } from '../../module-context.js'
import { readContext, type WireContext } from '../wire-context.js'

/** The context of one piece of work in a module's own process. The host knows the work by its id. */
export class ProcessContext extends ModuleContext {
  readonly activity: string

  constructor(base: ContextBase, init: { requestId: string; activity: string; onGone?: (abort: () => void) => void }) {
    super(base, init)
    this.activity = init.activity
  }
}

/** The id of the work that a context belongs to; a transaction's context inherits it. */
export const activityOf = (ctx: Context): string => (ctx as ProcessContext).activity

const MAX_KNOWN = 5_000

/** Makes what stays the same between the requests of one person, once for each. */
export function createContextReader({ secret, db, log }: { secret: string; db: TenantDb; log: Log }) {
  const known = new Map<string, ContextBase>()
  const baseOf = ({ permissions, flags, ...wire }: WireContext): ContextBase => ({ ...wire, permissions: new Set(permissions), flags: new Set(flags), db, log })
  return {
    baseOf,
    /** @returns undefined for a header that is missing or not the host's */
    fromHeader: (value: string): ContextBase | undefined => {
      const kept = known.get(value)
      if (kept) return kept
      const wire = readContext(secret, value)
      if (!wire) return undefined
      if (known.size >= MAX_KNOWN) known.clear()
      const base = baseOf(wire)
      known.set(value, base)
      return base
    },
  }
}
export type ContextReader = ReturnType<typeof createContextReader>
