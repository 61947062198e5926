import { useEffect, useState, type ReactNode } from 'react'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import { useToast } from '../parts/use-toast.js'
import type { SlotPart } from './host-context.js'
import { ModuleContext, type ModuleInfo } from './module-context.js'
import { SlotContent } from './slot-content.js'
import { partId, partKey, partLabel, useSlot } from './slot.js'

/** What every part of a slot of actions is given besides the slot's own context. */
export interface SlotActionProps {
  /** The action is over; what it showed goes. */
  onClose(): void
}

/** Something that a module offers to do. */
export interface SlotAction {
  id: string
  label: string
  module: ModuleInfo
  run(): void
}

export interface SlotActions {
  actions: readonly SlotAction[]
  /** Where the action that runs shows itself, most often in a dialog; put it anywhere on the page. */
  running: ReactNode
}

/**
 * Actions that modules add to a record or to the palette. Their labels are known at once; a module is fetched when one is chosen.
 * @example const more = useSlotActions('crm.company.actions', { company_id: company.id })
 *          {more.actions.map(({ id, label, run }) => <MenuItem key={id} onClick={run}>{label}</MenuItem>)}{more.running}
 */
export function useSlotActions(name: string, context: object = {}): SlotActions {
  const parts = useSlot(name)
  const [chosen, setChosen] = useState<SlotPart>()
  // What failed once is fetched anew the next time.
  const [failed, setFailed] = useState<readonly SlotPart[]>([])
  const close = () => setChosen(undefined)
  const fail = () => {
    close()
    if (chosen) setFailed((before) => [...before, chosen])
  }
  // A module that was switched off takes what it was doing with it.
  const part = parts.find((one) => one === chosen)
  return {
    actions: parts.map((one) => ({ id: partId(one), label: partLabel(one), module: one.module, run: () => setChosen(one) })),
    running: part && (
      <ModuleContext key={partKey(part)} value={part.module}>
        <SlotContent
          part={part}
          context={{ ...context, onClose: close } satisfies SlotActionProps}
          fresh={failed.includes(part)}
          waiting={null}
          failed={<Failed name={part.module.name} onClose={fail} />}
        />
      </ModuleContext>
    ),
  }
}

/** Says that an action did not come to be; the next attempt begins anew. */
function Failed({ name, onClose }: SlotActionProps & { name: string }) {
  const t = useT(KIT)
  const toast = useToast()
  useEffect(() => {
    toast({ text: t('crash.action', { name }), tone: 'error' })
    onClose()
  }, [toast, t, name, onClose])
  return null
}
