import { Dialog, useSlotActions, useT, type Command } from '@innoerp/sdk/ui'
import { useId } from 'react'
import type { Navigation } from '../navigation/navigation'
import { SHELL } from '../page-table'
import { PaletteContent } from './palette-content'

export interface PaletteProps {
  open: boolean
  onClose(): void
  navigation: Navigation
}

/** Slot of what modules offer to do from anywhere. */
const COMMANDS_SLOT = 'palette.commands'

/** Ctrl K: what can be done here, records, and every place. */
export function Palette({ open, onClose, navigation }: PaletteProps) {
  const t = useT(SHELL)
  const title = useId()
  const { actions, running } = useSlotActions(COMMANDS_SLOT)
  const commands = actions.map(({ id, label, module, run }): Command => ({ id, label, run, context: module.name, icon: module.icon }))
  return (
    <>
      <Dialog open={open} onClose={onClose} aria-labelledby={title} slotProps={{ paper: { className: 'shell-palette' } }}>
        <h2 id={title} className="io-sr">
          {t('palette.open')}
        </h2>
        {/* Apart from the dialog, so that every opening starts anew. */}
        <PaletteContent onClose={onClose} navigation={navigation} commands={commands} />
      </Dialog>
      {running}
    </>
  )
}
