import { useT } from '@innoerp/sdk/ui'
import { Search } from 'lucide-react'
import { useEffect, useId, useState, type ComponentPropsWithRef, type KeyboardEvent } from 'react'
import { SHELL } from '../page-table'
import { groupsFor, type PaletteOption } from './palette-model'
import { PaletteList } from './palette-list'
import { usePaletteSource, type PaletteInput } from './use-palette-source'

export interface PaletteContentProps extends PaletteInput {
  onClose(): void
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** A field and the list of what fits it; the focus stays in the field (ARIA APG, combobox with a list). */
export function PaletteContent({ onClose, ...input }: PaletteContentProps) {
  const t = useT(SHELL)
  const id = useId()
  const [query, setQuery] = useState('')
  const groups = groupsFor(query, usePaletteSource(input, query, (key) => t('keyNames.go', { key })))
  const options = groups.flatMap((group) => group.options)

  function run(option: PaletteOption | undefined) {
    if (!option) return
    onClose()
    option.command.run()
  }
  const { active, point, onKeyDown } = useActiveOption(options, run)
  const optionId = (index: number) => `${id}-${index}`
  const activeId = options.length > 0 ? optionId(active) : undefined
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  function onChange(text: string) {
    setQuery(text)
    point(0)
  }
  return (
    <>
      <Field
        listId={id}
        aria-activedescendant={activeId}
        value={query}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={id} groups={groups} active={active} optionId={optionId} onChoose={run} onPoint={point} />
    </>
  )
}

/** Which line Enter means; arrows walk through all of them and round. */
function useActiveOption(options: readonly PaletteOption[], run: (option: PaletteOption | undefined) => void) {
  const [pointed, point] = useState(0)
  const active = Math.min(pointed, options.length - 1)
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) run(options[active])
    else if (options.length > 0) point((active + step + options.length) % options.length)
  }
  return { active, point, onKeyDown }
}

function Field({ listId, ...input }: ComponentPropsWithRef<'input'> & { listId: string }) {
  const t = useT(SHELL)
  const label = t('palette.open')
  return (
    <div className="shell-palette-field">
      <Search size={17} aria-hidden />
      <input
        {...input}
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-label={label}
        placeholder={label}
      />
      <kbd className="io-kbd">{t('keyNames.close')}</kbd>
    </div>
  )
}
