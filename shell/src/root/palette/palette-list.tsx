import { Icon, useT } from '@innoerp/sdk/ui'
import { CornerDownLeft } from 'lucide-react'
import { SHELL } from '../page-table'
import type { PaletteGroup, PaletteOption } from './palette-model'

export interface PaletteListProps {
  id: string
  groups: readonly PaletteGroup[]
  active: number
  optionId(index: number): string
  onChoose(option: PaletteOption): void
  onPoint(index: number): void
}

export function PaletteList({ id, groups, active, optionId, onChoose, onPoint }: PaletteListProps) {
  const t = useT(SHELL)
  return (
    <div id={id} role="listbox" aria-label={t('palette.open')} className="shell-palette-list">
      {groups.map((group) => (
        <div key={group.id} role="group" aria-label={t(`palette.${group.id}`)}>
          <div className="shell-palette-head" aria-hidden>
            {t(`palette.${group.id}`)}
          </div>
          {group.options.map((option) => (
            <div
              key={option.command.id}
              id={optionId(option.index)}
              role="option"
              aria-selected={option.index === active}
              className="shell-palette-option"
              onClick={() => onChoose(option)}
              onMouseMove={() => onPoint(option.index)}
            >
              <Icon name={option.command.icon} />
              <b className="io-trunc">{option.command.label}</b>
              <small className="io-trunc">{option.command.context}</small>
              <span className="io-grow" />
              {option.command.keys && <kbd className="io-kbd">{option.command.keys}</kbd>}
              {option.index === active && !option.command.keys && <CornerDownLeft size={14} aria-hidden />}
            </div>
          ))}
        </div>
      ))}
      {groups.length === 0 && <p className="shell-palette-none">{t('palette.none')}</p>}
    </div>
  )
}
