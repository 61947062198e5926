import { Spinner, optionLabel, useFormat, useT } from '@innoerp/sdk/ui'
import { Circle, CircleCheck, CircleX, Minus } from 'lucide-react'
import type { OperationStep } from '../../../clients/operations'

/** Milliseconds; below this no time is worth telling. */
const NOTEWORTHY = 100

/** What an operation does, one step after the other, with the time that each took. */
export function OperationSteps({ steps }: { steps: readonly OperationStep[] }) {
  const t = useT()
  return (
    <ol className="pages-steps" aria-label={t('operation.steps')}>
      {steps.map((step) => (
        <li key={step.name} data-state={step.state}>
          <StepMark state={step.state} />
          <span className="io-grow">
            <span className="io-strong">{optionLabel(t, 'step', step.name)}</span>
            <span className="io-sr">{optionLabel(t, 'stepState', step.state)}</span>
            {step.detail && <span className="pages-step-detail">{step.detail}</span>}
          </span>
          <StepTime step={step} />
        </li>
      ))}
    </ol>
  )
}

function StepMark({ state }: { state: string }) {
  if (state === 'succeeded') return <CircleCheck size={16} className="io-good" aria-hidden />
  if (state === 'failed') return <CircleX size={16} className="io-bad" aria-hidden />
  if (state === 'running') return <Spinner />
  if (state === 'skipped') return <Minus size={16} className="io-muted" aria-hidden />
  return <Circle size={16} className="io-muted" aria-hidden />
}

function StepTime({ step: { started_at, finished_at } }: { step: OperationStep }) {
  const format = useFormat()
  const t = useT()
  if (!started_at || !finished_at) return null
  const took = Date.parse(finished_at) - Date.parse(started_at)
  if (took < NOTEWORTHY) return null
  return <span className="io-cap io-num">{t('operation.seconds', { seconds: format.number(took / 1000, { digits: 1 }) })}</span>
}
