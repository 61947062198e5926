import type { Quota } from '../../../clients/modules'

/** What one organization has of one module, wherever it is shown. */
export interface AssignmentRow extends Quota {
  organizationId: string
  organizationName: string
  moduleId: string
  moduleName: string
  range: string
  resolved_version: string | null
}

export const QUOTAS = ['requests_per_minute', 'jobs_per_hour', 'storage_mb'] as const
export type QuotaName = (typeof QUOTAS)[number]

/** Whole numbers from 0; nothing is no limit. Undefined: not a number. */
export function quotaOf(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : undefined
}

export type RangeKind = 'stable' | 'beta' | 'exact' | 'range'

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/

/** What sort of range it is: a channel, an exact version or a semver range. */
export function kindOf(range: string): RangeKind {
  if (range === 'stable' || range === 'beta') return range
  return EXACT.test(range) ? 'exact' : 'range'
}
