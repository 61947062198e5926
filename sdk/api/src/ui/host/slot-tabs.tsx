import type { ReactNode } from 'react'
import type { TabItem } from '../parts/tabs.js'
import { ModuleContext } from './module-context.js'
import { SlotContent } from './slot-content.js'
import { partId, partKey, partLabel, useSlot } from './slot.js'

export interface SlotTabs {
  /** A tab for each part; none when no module adds any. */
  items: readonly TabItem[]
  /** What stands below the tab of this id; undefined when no module has such a tab. */
  content(id: string | null): ReactNode | undefined
}

/**
 * Tabs that other modules add to a record's page, after its own.
 * @example const more = useSlotTabs('crm.company.tabs', { company_id: company.id })
 *          <Tabs items={[...own, ...more.items]} value={tab} onChange={choose} label={t('company.parts')} />
 *          {more.content(tab) ?? <Overview company={company} />}
 */
export function useSlotTabs(name: string, context: object): SlotTabs {
  const parts = useSlot(name)
  return {
    items: parts.map((part) => ({ id: partId(part), label: partLabel(part) })),
    content(id) {
      const part = parts.find((one) => partId(one) === id)
      if (!part) return undefined
      return (
        <ModuleContext key={partKey(part)} value={part.module}>
          <SlotContent part={part} context={context} />
        </ModuleContext>
      )
    },
  }
}
