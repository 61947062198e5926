import { Card, type CardProps } from '../parts/card.js'
import { ModuleTile } from '../parts/module-tile.js'
import type { SlotPart } from './host-context.js'
import { ModuleContext } from './module-context.js'
import { SlotContent } from './slot-content.js'
import { partKey, partLabel, useSlot } from './slot.js'

export interface WidgetSlotProps {
  name: string
  /** Props for every widget. */
  context?: object
  /** Columns of the 12-column grid around it, for each. */
  span?: CardProps['span']
}

/** A slot whose parts are cards of their own, with their module's mark: on dashboards and record pages. */
export const WidgetSlot = ({ name, ...look }: WidgetSlotProps) => useSlot(name).map((part) => <SlotWidget key={partKey(part)} part={part} {...look} />)

export interface SlotWidgetProps extends Omit<WidgetSlotProps, 'name'> {
  part: SlotPart
}

/** One part of a slot as a card of its own, for pages that lay them out themselves. */
export function SlotWidget({ part, context = {}, span }: SlotWidgetProps) {
  const { color, icon } = part.module
  return (
    <ModuleContext value={part.module}>
      <Card title={partLabel(part)} icon={<ModuleTile color={color} icon={icon} />} {...(span && { span })}>
        <SlotContent part={part} context={context} />
      </Card>
    </ModuleContext>
  )
}
