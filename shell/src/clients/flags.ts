import type { AnyRecord } from '@innoerp/sdk/ui'
import { namedBy } from './named-by'

/** Something that some organizations have before all have it. */
export interface FeatureFlag extends AnyRecord {
  key: string
  description: string
  enabled: boolean
  /** Share of all organizations, 0–100; null: none by chance. */
  percent: number | null
  /** Ids of organizations that have it in any case. */
  organizations: readonly string[]
  created_at: string
  updated_at: string
}
export type NewFlag = Pick<FeatureFlag, 'key'> & Partial<Pick<FeatureFlag, 'description' | 'enabled' | 'percent' | 'organizations'>>

export const featureFlags = namedBy<FeatureFlag, NewFlag>('/api/v1/feature-flags', 'key')
