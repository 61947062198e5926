import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'

export interface PathStep {
  id: string
  /** Translated. */
  label: string
}

export interface StatePathProps {
  steps: readonly PathStep[]
  /** The step that the record is at. */
  current: string
  /** The current step is late or went wrong. */
  late?: boolean
  /** Every step is behind it. */
  finished?: boolean
  label: string
  /** Makes the steps buttons that move the record. */
  onMove?(step: string): void
}

type StepState = 'done' | 'now' | 'late' | 'ahead'

/** How far a record came: what is done, where it is, what is ahead. */
export function StatePath({ steps, current, late = false, finished = false, label, onMove }: StatePathProps) {
  const t = useT(KIT)
  const at = steps.findIndex(({ id }) => id === current)
  const stateOf = (index: number): StepState => {
    if (finished || index < at) return 'done'
    if (index > at || at < 0) return 'ahead'
    return late ? 'late' : 'now'
  }
  return (
    <ol className="io-path" aria-label={label}>
      {steps.map(({ id, label: text }, index) => {
        const state = stateOf(index)
        const words = (
          <>
            <span className="io-trunc">{text}</span>
            {state === 'done' && <span className="io-sr">{t('path.done')}</span>}
          </>
        )
        return (
          <li key={id} data-state={state} aria-current={id === current ? 'step' : undefined}>
            {onMove && id !== current ? (
              <button type="button" onClick={() => onMove(id)}>
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ol>
  )
}
