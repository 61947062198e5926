import { Num } from '@innoerp/sdk/ui'
import type { Item } from '../../shared/item.js'

/** Digits after the point that a quantity may have. */
const DIGITS = 4

/** A quantity as it was written, with its unit where that is known. */
export const Quantity = ({ value, unit }: { value: string; unit?: string | undefined }) => (
  <span>
    <Num value={value} digits={value.includes('.') ? Math.min(DIGITS, value.length - value.indexOf('.') - 1) : 0} />
    {unit && <span className="io-muted"> {unit}</span>}
  </span>
)

/** What is on hand of an item; it stands out while that is less than it should be. */
export const OnHand = ({ item: { on_hand, unit, is_low } }: { item: Item }) => (
  <span className={is_low ? 'io-warn io-strong' : undefined}>
    <Quantity value={on_hand} unit={unit} />
  </span>
)
