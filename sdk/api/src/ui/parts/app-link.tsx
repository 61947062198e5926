import type { ComponentPropsWithRef, MouseEvent } from 'react'
import { useHost } from '../host/host-context.js'

type Click = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>

/** True for a plain click, which we may take; Ctrl, Shift and the middle button stay the browser's. */
export const isPlainClick = (event: Click): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

export interface AppLinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href'> {
  /** Absolute path of any page of the shell, also in another module. */
  href: string
}

/** A link to any page of the shell, without loading the page anew. */
export function AppLink({ href, onClick, children, ...rest }: AppLinkProps) {
  const host = useHost()
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!isPlainClick(event) || rest.target) return
        event.preventDefault()
        void host.navigate(href)
      }}
    >
      {children}
    </a>
  )
}
