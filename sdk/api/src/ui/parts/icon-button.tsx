import type { ComponentPropsWithRef, ReactNode } from 'react'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'title'> {
  /** What it does; read to everyone, shown as a tooltip by the browser. */
  label: string
  children: ReactNode
  small?: boolean
}

/** A quiet square button with an icon in it. */
export const IconButton = ({ label, children, small = false, className, ...rest }: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    className={className ? `io-icon-button ${className}` : 'io-icon-button'}
    data-small={small || undefined}
    aria-label={label}
    title={label}
  >
    {children}
  </button>
)
