/**
 * Feature flags: on for named organizations and for a share of all others, chosen by a hash of flag and organization, so that a greater
 * share only adds (the document's gradual rollout and A/B testing). In memory; whoever changes one announces it.
 */
import { createHash } from 'node:crypto'
import type { CoreDb } from '../database/core-db.js'

export interface FeatureFlag {
  key: string
  description: string
  enabled: boolean
  /** 0–100 of the organizations; null: all of them, unless some are named. */
  percent: number | null
  organizations: string[]
  created_at: string
  updated_at: string
}
export interface Flags {
  /** Keys of the flags that are on for an organization. */
  of(organizationId: string): ReadonlySet<string>
  load(): Promise<void>
}

export const FLAG_COLUMNS = 'key, description, enabled, percent, organizations, created_at, updated_at'

export function isOn({ key, enabled, percent, organizations }: FeatureFlag, organizationId: string): boolean {
  if (!enabled) return false
  if (organizations.includes(organizationId)) return true
  if (percent === null) return organizations.length === 0
  const place = createHash('sha256').update(`${key} ${organizationId}`).digest().readUInt32BE(0) % 10_000
  return place < percent * 100
}

export async function openFlags(db: CoreDb): Promise<Flags> {
  let flags: readonly FeatureFlag[] = []
  let known = new Map<string, ReadonlySet<string>>()
  const load = async (): Promise<void> => {
    flags = await db.run<FeatureFlag>('platform', `select ${FLAG_COLUMNS} from platform.feature_flags`)
    known = new Map()
  }
  await load()
  return {
    load,
    of: (organizationId) => {
      const kept = known.get(organizationId)
      if (kept) return kept
      const on = new Set(flags.filter((flag) => isOn(flag, organizationId)).map(({ key }) => key))
      known.set(organizationId, on)
      return on
    },
  }
}
