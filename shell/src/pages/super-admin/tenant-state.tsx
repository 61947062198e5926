import { StatusChip, useT } from '@innoerp/sdk/ui'
import type { Organization } from '../../clients/tenant'

export type TenantState = 'active' | 'trial' | 'inactive'

/** Inactive beats everything; a trial lasts until its end. */
export function stateOf({ is_active, trial_ends_at }: Pick<Organization, 'is_active' | 'trial_ends_at'>, now: Date = new Date()): TenantState {
  if (!is_active) return 'inactive'
  return trial_ends_at !== null && new Date(trial_ends_at) > now ? 'trial' : 'active'
}

/** The state of an organization. A trial is the usual beginning, nothing to act on. */
export function TenantChip({ tenant, cell = false }: { tenant: Organization; cell?: boolean }) {
  const t = useT()
  const state = stateOf(tenant)
  return (
    <StatusChip cell={cell} state={state} {...(state === 'trial' && { tone: 'info' })}>
      {t(`state.${state}`)}
    </StatusChip>
  )
}
