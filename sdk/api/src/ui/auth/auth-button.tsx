import type { ComponentPropsWithRef, MouseEvent } from 'react'

export interface AuthButtonProps extends ComponentPropsWithRef<'button'> {
  /** The page's one action is `primary`, the default for `type="submit"`. */
  variant?: 'primary' | 'outlined'
  /** At work: a spinner stands over the label, presses do nothing, the focus stays. */
  busy?: boolean
  /** 28 high, as wide as its label: inside lists. */
  small?: boolean
}

/** A native button, as wide as the form. */
export function AuthButton({ variant, busy = false, small = false, type = 'button', children, onClick, ...rest }: AuthButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className="io-button"
      data-variant={variant ?? (type === 'submit' ? 'primary' : 'outlined')}
      data-small={small || undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {busy && (
        <span className="io-busy-over">
          <span className="io-spinner io-button-spinner" aria-hidden />
        </span>
      )}
      <span className={busy ? 'io-busy-under' : undefined}>{children}</span>
    </button>
  )
}
