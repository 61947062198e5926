import { StatusChip, useT, type Tone } from '@innoerp/sdk/ui'
import type { RegisteredModule } from '../../../clients/modules'

export const MODULE_STATES = ['core', 'active', 'closed', 'idle', 'quarantined', 'uninstalled'] as const
export type ModuleState = (typeof MODULE_STATES)[number]

type Judged = Pick<RegisteredModule, 'core' | 'uninstalled_at' | 'is_active' | 'versions'>

/** What a super admin has to know first. A quarantine beats being open or closed; a module of which nothing serves is idle. */
export function stateOf({ core, uninstalled_at, is_active, versions }: Judged): ModuleState {
  if (core) return 'core'
  if (uninstalled_at !== null) return 'uninstalled'
  if (versions.some(({ state }) => state === 'quarantined')) return 'quarantined'
  if (!versions.some(({ state }) => state === 'active')) return 'idle'
  return is_active ? 'active' : 'closed'
}

const TONES: Partial<Record<ModuleState, Tone>> = { idle: 'neutral', closed: 'neutral' }

/** The state of a module. */
export function ModuleStateChip({ module, cell = false }: { module: Judged; cell?: boolean }) {
  const t = useT()
  const state = stateOf(module)
  if (state === 'core') return <span className="io-muted">{t('option.state.core')}</span>
  const tone = TONES[state]
  const word = state === 'uninstalled' ? 'archived' : state
  return (
    <StatusChip cell={cell} state={word} {...(tone && { tone })}>
      {t(`option.state.${state}`)}
    </StatusChip>
  )
}
