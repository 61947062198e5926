import { Button, type ButtonProps } from '@mui/material'
import type { MouseEvent, ReactNode } from 'react'
import { Spinner } from './spinner.js'

export interface BusyButtonProps extends Omit<ButtonProps, 'startIcon'> {
  /** At work: a spinner stands in the icon's place, presses do nothing, the focus stays. */
  busy?: boolean
  icon?: ReactNode
}

/** A button of something that takes time. Its width does not change while it works. */
export function BusyButton({ busy = false, icon, children, onClick, ...rest }: BusyButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Button
      {...rest}
      onClick={press}
      startIcon={icon && (busy ? <Spinner /> : icon)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={busy ? 'io-busy' : undefined}
    >
      {busy && !icon ? (
        <>
          <span className="io-busy-over">
            <Spinner />
          </span>
          <span className="io-busy-under">{children}</span>
        </>
      ) : (
        children
      )}
    </Button>
  )
}
