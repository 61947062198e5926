import { useList, type ApiError, type PageOf } from '@innoerp/sdk/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import { subscriptions, type Subscription } from '../../../../clients/billing'

const ENDED: readonly string[] = ['cancelled', 'expired']

export interface TenantSubscriptions {
  /** The one that goes on; an organization has one at most. */
  current: Subscription | undefined
  /** Those that ended, in the order of the list. */
  past: readonly Subscription[]
}

export function sorted(all: readonly Subscription[]): TenantSubscriptions {
  const isOver = ({ status }: Subscription) => ENDED.includes(status)
  return { current: all.find((one) => !isOver(one)), past: all.filter(isOver) }
}

/** Every subscription of an organization, the newest first. */
export const useSubscriptions = (organizationId: string): UseQueryResult<PageOf<Subscription>, ApiError> =>
  useList(subscriptions, { organization_id: organizationId, limit: 50 })
