import { OutlinedInput } from '@mui/material'
import { ChevronDown } from 'lucide-react'
import { useId, useReducer, useRef, type KeyboardEvent } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { ComboList } from './combo-list.js'
import type { ComboOption } from './combo-option.js'
import { CLOSED, comboReducer, type ComboState } from './combo-state.js'
import type { ComboboxProps } from './combobox.js'

/** The inside of a Combobox. */
export function ComboContent(props: ComboboxProps) {
  const { value, options, loading = false, footer } = props
  const [state, send] = useReducer(comboReducer, CLOSED)
  const listId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const close = () => {
    send({ type: 'close' })
    props.onQuery('')
  }
  const choose = (option: ComboOption | null) => {
    props.onChange(option)
    close()
  }
  const type = (text: string) => {
    send({ type: 'type', text })
    props.onQuery(text)
    if (text === '' && value) props.onChange(null)
  }
  return (
    <div ref={frame} className="io-combo">
      <ComboInput
        {...props}
        state={state}
        listId={listId}
        onType={type}
        onOpen={() => send({ type: 'open' })}
        onKeyDown={comboKeys({ state, options, send, choose, close })}
        onBlur={() => {
          close()
          props.onBlur?.()
        }}
      />
      {state.open && (
        <ComboList
          id={listId}
          frame={frame}
          options={options}
          chosen={value?.id}
          active={state.active}
          loading={loading}
          footer={footer}
          onPoint={(index) => send({ type: 'point', index })}
          onChoose={choose}
        />
      )}
    </div>
  )
}

interface ComboInputProps extends ComboboxProps {
  state: ComboState
  listId: string
  onType(text: string): void
  onOpen(): void
  onKeyDown(event: KeyboardEvent): void
  onBlur(): void
}

function ComboInput({ state, listId, value, options, ids, label, disabled = false, autoFocus = false, ...rest }: ComboInputProps) {
  const t = useT(KIT)
  const active = state.open ? options[state.active] : undefined
  return (
    <OutlinedInput
      fullWidth
      inputRef={rest.inputRef}
      value={state.query ?? value?.label ?? ''}
      placeholder={rest.placeholder ?? t('pick.search')}
      disabled={disabled}
      autoFocus={autoFocus}
      error={ids?.['aria-invalid'] === true}
      startAdornment={state.query === null && value?.icon}
      endAdornment={<ChevronDown size={16} className="io-combo-arrow" aria-hidden />}
      onChange={(event) => rest.onType(event.target.value)}
      onClick={disabled ? undefined : rest.onOpen}
      onKeyDown={rest.onKeyDown}
      onBlur={rest.onBlur}
      inputProps={{
        ...ids,
        role: 'combobox',
        autoComplete: 'off',
        'aria-label': label,
        'aria-autocomplete': 'list',
        'aria-expanded': state.open,
        'aria-controls': state.open ? listId : undefined,
        'aria-activedescendant': active ? `${listId}-${active.id}` : undefined,
      }}
    />
  )
}

interface ComboKeys {
  state: { open: boolean; active: number }
  options: readonly ComboOption[]
  send: (event: { type: 'move'; step: 1 | -1; count: number }) => void
  choose(option: ComboOption): void
  close(): void
}

function comboKeys({ state, options, send, choose, close }: ComboKeys) {
  return (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    if (step) {
      event.preventDefault()
      send({ type: 'move', step, count: options.length })
    }
    if (!state.open) return
    const option = options[state.active]
    if (event.key === 'Enter' && option) {
      event.preventDefault()
      choose(option)
    }
    if (event.key === 'Escape') {
      // Only the list closes, not the dialog or the panel around it.
      event.stopPropagation()
      event.preventDefault()
      close()
    }
  }
}
