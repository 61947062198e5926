import type { ReactNode } from 'react'

/** One of the choices of a combobox. */
export interface ComboOption {
  id: string
  label: string
  /** A quiet second line. */
  second?: string
  icon?: ReactNode
}
