import type { FeedModule } from '@innoerp/sdk/contract'

/** What must happen to the registered modules so that they are those of a feed. */
export interface Changes {
  gone: FeedModule[]
  added: FeedModule[]
  replaced: { before: FeedModule; after: FeedModule }[]
}

/** The same version is left alone, even when its name or its pages' labels changed: those are the navigation's business. */
export function changesBetween(before: readonly FeedModule[], after: readonly FeedModule[]): Changes {
  const known = new Map(before.map((module) => [module.module_id, module]))
  const wanted = new Set(after.map(({ module_id }) => module_id))
  return {
    gone: before.filter(({ module_id }) => !wanted.has(module_id)),
    added: after.filter(({ module_id }) => !known.has(module_id)),
    replaced: after.flatMap((module) => {
      const old = known.get(module.module_id)
      return old && old.version !== module.version ? [{ before: old, after: module }] : []
    }),
  }
}
