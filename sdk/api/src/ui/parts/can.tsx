import type { ReactNode } from 'react'
import { useCan } from '../host/host-context.js'

export interface CanProps {
  permission: string
  /** In the place of what is hidden: nothing for actions, `<NoAccess …/>` for pages. */
  fallback?: ReactNode
  children: ReactNode
}

/** Shows its children to those who hold the permission. */
export const Can = ({ permission, fallback = null, children }: CanProps) => (useCan(permission) ? children : fallback)
