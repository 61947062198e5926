import { Pencil } from 'lucide-react'
import { Fragment, useState, type MouseEvent, type ReactNode } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { DateText } from '../../format/figures.js'
import { useCan } from '../../host/host-context.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import type { Fact } from '../../parts/facts.js'
import { FieldValue } from '../form/field-value.js'
import { fieldsOf, type FormField } from '../form/fields.js'
import type { FormSpec } from '../form/form-spec.js'
import { fieldLabel } from '../list/labels.js'
import { lazyPart, usePart } from '../../host/use-part.js'
import { PanelSection } from './side-panel.js'

/** Inputs are fetched when the first fact is edited. */
const editorPart = lazyPart(() => import('./fact-editor.js'))

export interface FactSection {
  /** Key of the label. */
  title?: string
  count?: number
  action?: ReactNode
  /** Names of fields, or facts of their own. */
  facts: readonly (string | Fact)[]
}

export interface FactsPanelProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  record: T
  sections: readonly FactSection[]
  /** Who lacks it only reads. */
  permission?: string
}

/**
 * Facts of a record in sections; a press on one edits it in place.
 * @example <FactsPanel form={companyForm} record={company} permission="crm.write" sections={[{ facts: ['email', 'phone', 'owner_id'] }]} />
 */
export function FactsPanel<T extends AnyRecord, New extends object>({ form, record, sections, permission }: FactsPanelProps<T, New>) {
  const t = useT()
  const fields = fieldsOf(form)
  const allowed = useCan(permission)
  const factOf = (fact: string | Fact) => {
    if (typeof fact !== 'string') return <OwnFact key={fact.label} fact={fact} />
    const field = fields.get(fact)
    if (field) return <FieldFact key={fact} form={form} field={field} record={record} allowed={allowed} />
    // What no form writes are the dates that the server sets.
    const value = (record as Record<string, unknown>)[fact] as string | undefined
    return <OwnFact key={fact} fact={{ label: fieldLabel(t, fact), value: <DateText value={value} /> }} />
  }
  return sections.map(({ title, count, action, facts }, index) => (
    <PanelSection key={title ?? index} {...(title && { title: t(title) })} {...(count !== undefined && { count })} action={action}>
      <dl className="io-facts">{facts.map(factOf)}</dl>
    </PanelSection>
  ))
}

const OwnFact = ({ fact: { label, value } }: { fact: Fact }) => (
  <Fragment>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </Fragment>
)

interface FieldFactProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  field: FormField
  record: T
  allowed: boolean
}

function FieldFact<T extends AnyRecord, New extends object>({ form, field, record, allowed }: FieldFactProps<T, New>) {
  const t = useT()
  const kit = useT(KIT)
  const editable = useCan(field.options.permission) && allowed
  const [editing, setEditing] = useState(false)
  const editor = usePart(editorPart, editing)
  const label = fieldLabel(t, field.name, field.options.label)
  const values = record as Record<string, unknown>
  const currency = field.options.currency ? (values[field.options.currency] as string | undefined) : undefined
  if (editing && editor) {
    return (
      <>
        <dt>{label}</dt>
        <dd data-editing>
          <editor.FactEditor form={form} field={field} record={record} label={label} onClose={() => setEditing(false)} />
        </dd>
      </>
    )
  }
  const prepare = () => {
    editorPart.load().catch(() => {
      // Editing will say so.
    })
  }
  const press = (event: MouseEvent) => {
    if (!(event.target as Element).closest('a')) setEditing(true)
  }
  return (
    <>
      <dt>{label}</dt>
      <dd data-edit={editable || undefined} onClick={editable ? press : undefined}>
        <FieldValue field={field} value={values[field.name]} currency={currency} />
        {editable && (
          <button type="button" className="io-fact-edit" aria-label={kit('facts.edit', { field: label })} onFocus={prepare}>
            <Pencil size={13} aria-hidden />
          </button>
        )}
      </dd>
    </>
  )
}
