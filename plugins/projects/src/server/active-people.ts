import { atField, type Context } from '@innoerp/sdk/contract'
import type { CorePorts } from '@innoerp/sdk/server'
import { errors } from './errors.js'

/** Refuses whoever is not an active user of the organization; `field` is where the input named them. */
export type RequireActive = (ctx: Context, userId: string, field: string) => Promise<void>

export const requireActiveOf =
  (core: CorePorts): RequireActive =>
  async (ctx, userId, field) => {
    const active = await core.activeUsers(ctx, [userId])
    if (!active.has(userId)) throw atField(field, errors.USER_NOT_ACTIVE)
  }
