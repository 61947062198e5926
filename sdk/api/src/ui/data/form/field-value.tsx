import { NOTHING } from '../../format/settings.js'
import { DateText, Money, Num } from '../../format/figures.js'
import type { Figure } from '../../format/number.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { StatusChip } from '../../parts/status-chip.js'
import { optionLabel } from '../list/labels.js'
import { personKind } from '../pick/people.js'
import { RecordName } from '../pick/record-name.js'
import type { FormField } from './fields.js'
import { codeName } from './code-name.js'

export interface FieldValueProps {
  field: Pick<FormField, 'name' | 'kind' | 'options'>
  value: unknown
  /** ISO 4217, of an amount. */
  currency?: string | undefined
}

/** Fields whose words are states; other lists of words are shown as words. */
const STATES: readonly string[] = ['status', 'state']

const webAddress = (text: string) => (/^https?:\/\//i.test(text) ? text : `https://${text}`)

/** A value as it is read, by the kind of its field. */
export function FieldValue({ field: { name, kind, options }, value, currency }: FieldValueProps) {
  const t = useT()
  const kit = useT(KIT)
  if (kind === 'yesno') return kit(value === true ? 'table.yes' : 'table.no')
  if (value === null || value === undefined || value === '') return <span className="io-muted">{NOTHING}</span>
  const text = String(value)
  switch (kind) {
    case 'money':
      return <Money value={value as Figure} currency={currency} />
    case 'number':
    case 'decimal':
      return (
        <>
          <Num value={value as Figure} /> {options.unit}
        </>
      )
    case 'date':
      return <DateText value={text} />
    case 'choice':
      return STATES.includes(name) ? <StatusChip state={text}>{optionLabel(t, name, text)}</StatusChip> : optionLabel(t, name, text)
    case 'country':
    case 'currency':
      return codeName(kind === 'country' ? 'region' : 'currency', text, t.language)
    case 'person':
    case 'record':
      return <RecordName kind={options.of ?? personKind} id={text} size={20} />
    default:
      return <TextValue kind={kind} text={text} />
  }
}

function TextValue({ kind, text }: { kind: FormField['kind']; text: string }) {
  if (kind === 'multiline') {
    return (
      <span className="io-lines" dir="auto">
        {text}
      </span>
    )
  }
  const href = { email: `mailto:${text}`, phone: `tel:${text.replace(/[^\d+]/g, '')}`, url: webAddress(text) }[kind as string]
  if (!href) return <bdi>{text}</bdi>
  return (
    <a className="io-link" dir="ltr" href={href} {...(kind === 'url' && { target: '_blank', rel: 'noreferrer noopener' })}>
      {text}
    </a>
  )
}
