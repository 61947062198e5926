import { useState } from 'react'

/** What may be open over the page. */
export type Overlay = 'palette' | 'keys'

export interface OverlayState {
  open: Overlay | null
  /** True from the first time on, so that closing can be seen. */
  wanted: boolean
  show(overlay: Overlay): void
  close(): void
}

export function useOverlay(): OverlayState {
  const [open, setOpen] = useState<Overlay | null>(null)
  const [wanted, setWanted] = useState(false)
  return {
    open,
    wanted,
    show(overlay) {
      setWanted(true)
      setOpen(overlay)
    },
    close: () => setOpen(null),
  }
}
