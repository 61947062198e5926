import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { NOTHING } from '../../format/settings.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Avatar } from '../../parts/avatar.js'
import { StatusChip } from '../../parts/status-chip.js'
import type { Tone } from '../../parts/tone.js'
import { optionLabel } from '../list/labels.js'

/** Stands for a value that is not there. */
export const Nothing = () => <span className="io-muted">{NOTHING}</span>

export function TextCell({ value, mono = false }: { value: unknown; mono?: boolean }) {
  if (value === null || value === undefined || value === '') return <Nothing />
  const text = String(value)
  return (
    <bdi className={mono ? 'io-trunc io-mono' : 'io-trunc'} title={text}>
      {text}
    </bdi>
  )
}

export interface NameCellProps {
  name: string
  id: string
  /** Shape of the avatar; null: none. */
  avatar: 'square' | 'round' | null
  /** A quiet second line. */
  second?: ReactNode
}

export const NameCell = ({ name, id, avatar, second }: NameCellProps) => (
  <span className="io-name-cell">
    {avatar && <Avatar name={name} id={id} square={avatar === 'square'} />}
    <span className="io-col">
      <bdi className="io-trunc io-strong" title={name}>
        {name}
      </bdi>
      {second && <span className="io-cap io-trunc">{second}</span>}
    </span>
  </span>
)

export interface StateCellProps {
  field: string
  value: string | null | undefined
  tones: Readonly<Record<string, Tone>> | undefined
}

export function StateCell({ field, value, tones }: StateCellProps) {
  const t = useT()
  if (!value) return <Nothing />
  const tone = tones?.[value]
  return (
    <StatusChip cell state={value} {...(tone && { tone })}>
      {optionLabel(t, field, value)}
    </StatusChip>
  )
}

export function YesNoCell({ value }: { value: unknown }) {
  const t = useT(KIT)
  if (value !== true) return <span className="io-sr">{t('table.no')}</span>
  return (
    <>
      <Check size={16} aria-hidden />
      <span className="io-sr">{t('table.yes')}</span>
    </>
  )
}

/** Tags that are shown; the rest is counted. */
const SHOWN_TAGS = 2

export function TagsCell({ values }: { values: readonly string[] | null | undefined }) {
  if (!values?.length) return <Nothing />
  const rest = values.slice(SHOWN_TAGS)
  return (
    <span className="io-row io-gap-4">
      {values.slice(0, SHOWN_TAGS).map((tag) => (
        <span className="io-tag io-trunc" key={tag}>
          {tag}
        </span>
      ))}
      {rest.length > 0 && (
        <span className="io-cap" title={rest.join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  )
}
