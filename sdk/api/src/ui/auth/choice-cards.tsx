import { useId, type ReactNode } from 'react'

export interface ChoiceCard {
  value: string
  label: string
  icon?: ReactNode
}

export interface ChoiceCardsProps {
  /** What is chosen; the legend of the group. */
  legend: string
  hint?: ReactNode
  options: readonly ChoiceCard[]
  value: string | null
  onChange(value: string): void
}

/** One of a few, as cards; native radio buttons, so that arrow keys work. */
export function ChoiceCards({ legend, hint, options, value, onChange }: ChoiceCardsProps) {
  const name = useId()
  return (
    <fieldset className="io-choices">
      <legend>{legend}</legend>
      {hint && <p>{hint}</p>}
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              className="io-sr"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
