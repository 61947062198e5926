import type { Context } from '@innoerp/sdk/contract'
import { moduleErrors } from '../module-errors.js'
import type { Platform } from '../../platform/platform.js'

/** What a module was allowed by a super admin, as the catalogue holds it in memory. */
export interface Grants {
  /** Words as `network:api.example.com`, `files`, `mail`, `jobs`, `port:crm.customer.lookup`. */
  granted(moduleId: string): ReadonlySet<string>
}
export interface Capabilities {
  has(moduleId: string, word: string): boolean
  /** @throws MODULE_CAPABILITY_MISSING (403); the refusal is audited */
  assert(ctx: Context, moduleId: string, word: string): Promise<void>
}

// A module that tries again and again tells nothing new.
const AUDITED = { max: 20, windowMs: 60_000 }

/** Whether modules may use what they ask of the host. Looks in memory; writes only when it refuses. */
export function createCapabilities({ platform, grants }: { platform: Pick<Platform, 'audit' | 'limits'>; grants: Grants }): Capabilities {
  const has = (moduleId: string, word: string): boolean => grants.granted(moduleId).has(word)
  return {
    has,
    assert: async (ctx, moduleId, word) => {
      if (has(moduleId, word)) return
      const organizationId = ctx.organization.id
      if ((await platform.limits.hit(`refused:${organizationId}:${moduleId}:${word}`, AUDITED)) === 0) {
        // Not in the caller's transaction: that one is about to be rolled back.
        await platform.audit.append(
          { organizationId },
          { organizationId, actor: ctx.user, action: 'module.capability.refused', target: { type: 'module', id: moduleId }, data: { capability: word }, request: ctx },
        )
      }
      throw moduleErrors.CAPABILITY_MISSING({ values: { module_id: moduleId, capability: word } })
    },
  }
}
