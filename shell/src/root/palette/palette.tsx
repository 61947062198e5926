import { Dialog, useT } from '@innoerp/sdk/ui'
import { useId } from 'react'
import type { Navigation } from '../navigation/navigation'
import { SHELL } from '../page-table'
import { PaletteContent } from './palette-content'

export interface PaletteProps {
  open: boolean
  onClose(): void
  navigation: Navigation
}

/** Ctrl K: what can be done here, records, and every place. */
export function Palette({ open, onClose, navigation }: PaletteProps) {
  const t = useT(SHELL)
  const title = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={title} slotProps={{ paper: { className: 'shell-palette' } }}>
      <h2 id={title} className="io-sr">
        {t('palette.open')}
      </h2>
      {/* Apart from the dialog, so that every opening starts anew. */}
      <PaletteContent onClose={onClose} navigation={navigation} />
    </Dialog>
  )
}
