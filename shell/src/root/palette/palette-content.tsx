import { useT } from '@innoerp/sdk/ui'
import { Search } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import type { Navigation } from '../navigation/navigation'
import { SHELL } from '../page-table'
import { groupsFor, type PaletteOption } from './palette-model'
import { PaletteList } from './palette-list'
import { usePaletteSource } from './use-palette-source'

export interface PaletteContentProps {
  onClose(): void
  navigation: Navigation
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** A field and the list of what fits it; the focus stays in the field (ARIA APG, combobox with a list). */
export function PaletteContent({ onClose, navigation }: PaletteContentProps) {
  const t = useT(SHELL)
  const id = useId()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const groups = groupsFor(query, usePaletteSource(navigation, query, (key) => t('keyNames.go', { key })))
  const options = groups.flatMap((group) => group.options)
  const active = Math.min(chosen, options.length - 1)
  const optionId = (index: number) => `${id}-${index}`

  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  })

  function run(option: PaletteOption | undefined) {
    if (!option) return
    onClose()
    option.command.run()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) run(options[active])
    else if (options.length > 0) setChosen((active + step + options.length) % options.length)
  }

  return (
    <>
      <div className="shell-palette-field">
        <Search size={17} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
          aria-label={t('palette.open')}
          placeholder={t('palette.open')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className="io-kbd">{t('keyNames.close')}</kbd>
      </div>
      <PaletteList id={id} groups={groups} active={active} optionId={optionId} onChoose={run} onPoint={setChosen} />
    </>
  )
}
