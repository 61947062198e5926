import { useId, type ReactNode } from 'react'
import type { FieldIds } from '@innoerp/sdk/ui'

export interface SettingRowProps {
  label: string
  help?: string
  error?: string | undefined
  /** The control, or a value that is only read. */
  children: ReactNode | ((ids: FieldIds) => ReactNode)
}

/** One line of the settings: what it is at the start, how it is set at the end. */
export function SettingRow({ label, help, error, children }: SettingRowProps) {
  const id = useId()
  const control = typeof children === 'function'
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  const ids: FieldIds = { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
  return (
    <div className="pages-setting">
      <div>
        {control ? (
          <label className="io-label" htmlFor={id}>
            {label}
          </label>
        ) : (
          <span className="io-label">{label}</span>
        )}
        {help && (
          <p className="io-cap" id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
      <div className="io-field">
        {control ? children(ids) : children}
        {error && (
          <div className="io-hint" data-tone="bad" id={`${id}-error`}>
            {error}
          </div>
        )}
      </div>
    </div>
  )
}
