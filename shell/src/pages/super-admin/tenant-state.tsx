import { StatusChip, useT, type Tone } from '@innoerp/sdk/ui'
import type { Tenant } from '../../clients/tenant'

export type TenantState = 'active' | 'trial' | 'expired' | 'inactive' | 'deleted'
type Facts = Pick<Tenant, 'is_active' | 'trial_ends_at' | 'plan_name' | 'deleted_at'>

/** Deleted beats inactive, and both beat everything else; a trial lasts until its end or until a plan is chosen. */
export function stateOf({ is_active, trial_ends_at, plan_name, deleted_at }: Facts, now: Date = new Date()): TenantState {
  if (deleted_at !== null) return 'deleted'
  if (!is_active) return 'inactive'
  if (plan_name !== null || trial_ends_at === null) return 'active'
  return new Date(trial_ends_at) > now ? 'trial' : 'expired'
}

/** A trial is the usual beginning, nothing to act on; its end shuts everybody out. */
const TONES: Readonly<Partial<Record<TenantState, Tone>>> = { trial: 'info', expired: 'warning', deleted: 'danger' }

/** The state of an organization. */
export function TenantChip({ tenant, cell = false }: { tenant: Tenant; cell?: boolean }) {
  const t = useT()
  const state = stateOf(tenant)
  const tone = TONES[state]
  return (
    <StatusChip cell={cell} state={state} {...(tone && { tone })}>
      {t(`state.${state}`)}
    </StatusChip>
  )
}
