import { useT } from '@innoerp/sdk/ui'
import { Dialog } from '@mui/material'
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
  return (
    <Dialog open={open} onClose={onClose} aria-label={t('palette.open')} slotProps={{ paper: { className: 'shell-palette' } }}>
      {/* Apart from the dialog, so that every opening starts anew. */}
      <PaletteContent onClose={onClose} navigation={navigation} />
    </Dialog>
  )
}
