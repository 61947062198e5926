import { StatusChip, optionLabel, useT, type Tone } from '@innoerp/sdk/ui'

const TONES: Readonly<Record<string, Tone>> = { pending: 'review', refunded: 'neutral' }

/** The state of a subscription, an order or a payment. */
export function MoneyState({ state }: { state: string }) {
  const t = useT()
  const tone = TONES[state]
  return (
    <StatusChip cell state={state} {...(tone && { tone })}>
      {optionLabel(t, 'status', state)}
    </StatusChip>
  )
}

/** A word of a closed list, e.g. the kind of an order. */
export function Word({ of, value }: { of: string; value: string }) {
  const t = useT()
  return <>{optionLabel(t, of, value)}</>
}
