import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { useHost, type SlotPart } from './host-context.js'
import { ModuleContext } from './module-context.js'
import { SlotContent } from './slot-content.js'

/** The parts that modules declared for a slot; renders again when modules come or go. */
export function useSlot(name: string): readonly SlotPart[] {
  const { slots } = useHost()
  const get = useCallback(() => slots.get(name), [slots, name])
  return useSyncExternalStore(slots.subscribe, get, get)
}

export interface SlotProps {
  name: string
  /** Props for every part, e.g. `{ companyId }`. */
  context?: object
  /** What surrounds each part, e.g. a card; without it the parts follow one another. */
  wrap?: (part: SlotPart, content: ReactNode) => ReactNode
}

/** Shows what other modules declared for slot `name`: each loaded when shown, each in an error boundary of its own. */
export function Slot({ name, context = {}, wrap = (_part, content) => content }: SlotProps) {
  return useSlot(name).map((part) => (
    <ModuleContext key={partKey(part)} value={part.module}>
      {wrap(part, <SlotContent part={part} context={context} />)}
    </ModuleContext>
  ))
}

/** A name of a part within its slot; another version of its module is another part. */
export const partKey = ({ module, component }: SlotPart): string => `${module.id}@${module.version}/${component}`

/** A name of a part that every version of its module has: for addresses. */
export const partId = ({ module, component }: SlotPart): string => `${module.id}.${component}`

/** What a part is called: its label, else its module's name. */
export const partLabel = ({ module, label }: SlotPart): string => label ?? module.name
