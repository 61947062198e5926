import { useId, type ReactNode } from 'react'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'

/** What the input inside a Field must carry. */
export interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** Takes the hint's place and says how to put it right. */
  error?: string | undefined
  optional?: boolean
  /** Renders the input: `{(ids) => <OutlinedInput inputProps={ids} />}`. What is no native input is named by `labelId`. */
  children: (ids: FieldIds, labelId: string) => ReactNode
}

/** Label above, input, hint below. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const t = useT(KIT)
  const id = useId()
  const below = error ?? hint
  return (
    <div className="io-field">
      <label className="io-label" id={`${id}-label`} htmlFor={id}>
        {label} {optional && <span className="io-label-optional">{t('optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': below ? `${id}-hint` : undefined, 'aria-invalid': error ? true : undefined }, `${id}-label`)}
      {below && (
        <div className="io-hint" id={`${id}-hint`} data-tone={error ? 'bad' : undefined}>
          {below}
        </div>
      )}
    </div>
  )
}
