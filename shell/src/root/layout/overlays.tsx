import { KeyHelp } from '../keys/key-help'
import type { Navigation } from '../navigation/navigation'
import { Palette } from '../palette/palette'
import type { Overlay } from './use-overlay'

export interface OverlaysProps {
  open: Overlay | null
  onClose(): void
  navigation: Navigation
}

/** What opens over the page on a key. Loaded when it is first asked for. */
export default function Overlays({ open, onClose, navigation }: OverlaysProps) {
  return (
    <>
      <Palette open={open === 'palette'} onClose={onClose} navigation={navigation} />
      <KeyHelp open={open === 'keys'} onClose={onClose} navigation={navigation} />
    </>
  )
}
