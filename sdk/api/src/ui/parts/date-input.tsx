import { OutlinedInput } from '@mui/material'
import { CalendarDays } from 'lucide-react'
import { useRef, useState, type Ref } from 'react'
import { dayPattern, dayText, parseDay } from '../format/day.js'
import { useFormat } from '../format/use-format.js'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import type { FieldIds } from './field.js'
import { IconButton } from './icon-button.js'

export interface DateInputProps {
  ids: Pick<FieldIds, 'id'> & Partial<FieldIds>
  /** `YYYY-MM-DD`; empty for none, and whatever was typed that is no day. */
  value: string
  onChange(value: string): void
  onBlur?(): void
  inputRef?: Ref<HTMLInputElement> | undefined
  disabled?: boolean
  autoFocus?: boolean
}

/**
 * A day, typed as the organization writes days or chosen from the browser's calendar. The browser's own field of dates follows the
 * browser's language and would show the same day in another order to each person.
 */
export function DateInput({ ids, value, onChange, onBlur, inputRef, disabled = false, autoFocus = false }: DateInputProps) {
  const t = useT(KIT)
  const { locale } = useFormat().settings
  const [typed, setTyped] = useState<string>()
  const type = (text: string) => {
    setTyped(text)
    onChange(parseDay(text, locale) ?? text.trim())
  }
  // What was typed stays while it is typed; afterwards the day stands in its own form.
  const leave = () => {
    setTyped(undefined)
    onBlur?.()
  }
  const names = { day: t('date.day'), month: t('date.month'), year: t('date.year') }
  return (
    <OutlinedInput
      fullWidth
      value={typed ?? dayText(value, locale)}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      inputRef={inputRef}
      disabled={disabled}
      autoFocus={autoFocus}
      error={ids['aria-invalid'] === true}
      placeholder={dayPattern(locale, names)}
      inputProps={{ ...ids, autoComplete: 'off', inputMode: 'numeric' }}
      endAdornment={<Calendar day={parseDay(value, locale) ?? ''} disabled={disabled} onChoose={onChange} />}
    />
  )
}

interface CalendarProps {
  day: string
  disabled: boolean
  onChoose(day: string): void
}

/** Opens the browser's calendar. Its own input is neither seen nor reached; it only says where the calendar opens. */
function Calendar({ day, disabled, onChoose }: CalendarProps) {
  const t = useT(KIT)
  const native = useRef<HTMLInputElement>(null)
  return (
    <span className="io-calendar">
      <input ref={native} type="date" tabIndex={-1} aria-hidden value={day} onChange={(event) => onChoose(event.target.value)} />
      <IconButton small label={t('date.choose')} disabled={disabled} onClick={() => native.current?.showPicker()}>
        <CalendarDays size={15} />
      </IconButton>
    </span>
  )
}
