import { useId, useState, type ComponentPropsWithRef, type ReactNode } from 'react'

export interface AuthFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'id'> {
  label: string
  hint?: ReactNode
  /** Takes the hint's place and says how to put it right. */
  error?: string | undefined
  /** Takes the hint's place: what was found to be in order. */
  good?: string | undefined
  /** Beside the label, at the end: "Forgot password?" */
  aside?: ReactNode
  /** Inside the input, at the end: ".innoerp.io" */
  unit?: ReactNode
  /** For passwords: the words of the button that shows and hides it. */
  reveal?: { show: string; hide: string }
  /** Below the hint, e.g. a StrengthMeter. */
  below?: ReactNode
}

/** A native input with its label; everything an `<input>` takes may be given. */
export function AuthField({ label, hint, error, good, aside, unit, reveal, below, className, type, ...input }: AuthFieldProps) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const note = error ?? good ?? hint
  return (
    <div className="io-field">
      <div className="io-auth-label">
        <label className="io-label" htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      <div className="io-input" data-invalid={error ? '' : undefined}>
        <input
          {...input}
          id={id}
          type={shown ? 'text' : type}
          className={className}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-hint` : undefined}
        />
        {unit && <span className="io-input-unit">{unit}</span>}
        {reveal && (
          <Reveal shown={shown} label={shown ? reveal.hide : reveal.show} onClick={() => setShown(!shown)} />
        )}
      </div>
      {/* Always there, so that a change of it is read out. */}
      <div className="io-hint" id={`${id}-hint`} aria-live="polite" data-tone={error ? 'bad' : good ? 'good' : undefined}>
        {good && !error && <Tick />}
        {note}
      </div>
      {below}
    </div>
  )
}

const Reveal = ({ shown, label, onClick }: { shown: boolean; label: string; onClick(): void }) => (
  <button type="button" className="io-input-button" aria-pressed={shown} aria-label={label} onClick={onClick}>
    <Eye closed={shown} />
  </button>
)

const drawn = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const

const Tick = () => (
  <svg width={14} height={14} viewBox="0 0 24 24" {...drawn} aria-hidden>
    <circle cx={12} cy={12} r={10} />
    <path d="m8.5 12 2.5 2.5 4.5-5" />
  </svg>
)

const Eye = ({ closed }: { closed: boolean }) => (
  <svg width={16} height={16} viewBox="0 0 24 24" {...drawn} aria-hidden>
    <path d="M2 12c2.4-4.6 5.8-7 10-7s7.6 2.4 10 7c-2.4 4.6-5.8 7-10 7s-7.6-2.4-10-7Z" />
    <circle cx={12} cy={12} r={3} />
    {closed && <path d="M4 4l16 16" />}
  </svg>
)
