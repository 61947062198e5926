import type { ReactNode } from 'react'
import { lazyPart, usePart } from '../host/use-part.js'
import type { Fact } from './facts.js'

const confirmPart = lazyPart(() => import('./confirm-content.js'))

export interface ConfirmDialogProps {
  open: boolean
  onClose(): void
  /** Asks with the object's name: "Uninstall Inventory from Nordhafen Werke?" */
  title: string
  /** What it means. */
  text?: ReactNode
  /** What is lost, e.g. `{ label: 'Records', value: '1,204 items' }`. */
  losses?: readonly Fact[]
  /** Who or what else is affected. */
  affects?: readonly string[]
  /** Until when it can be taken back, formatted. */
  restoreUntil?: ReactNode
  /** The verb of the title, on the button. */
  verb: string
  /** The word for going back; "Cancel" by default. */
  cancel?: string
  /** Loss for the whole organization: this name must be typed first. */
  typeName?: string
  /** `danger` (default) for what cannot be undone. */
  tone?: 'danger' | 'primary'
  /** A rejection is shown inside the dialog. */
  onConfirm(): void | Promise<void>
}

/** Asks before what cannot be undone or touches others. For anything else do it, and offer Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const part = usePart(confirmPart, props.open)
  return part ? <part.ConfirmContent {...props} /> : null
}
