import { useController, useWatch, type Control } from 'react-hook-form'
import { useCan, useSession } from '../../host/host-context.js'
import { useT } from '../../i18n/use-t.js'
import { Switch } from '../../mui/index.js'
import { Field } from '../../parts/field.js'
import { fieldLabel } from '../list/labels.js'
import { FieldInput } from './field-input.js'
import { sectionsOf, type FormField } from './fields.js'
import type { AnyForm } from './form-spec.js'
import type { FormValues } from './resolver.js'

interface FormFieldsProps {
  form: AnyForm
  control: Control<FormValues>
  /** The first field takes the focus when the form appears. */
  autoFocus: boolean
}

/** All fields of a form in its layout. */
export function FormFields({ form, control, autoFocus }: FormFieldsProps) {
  const t = useT()
  const sections = sectionsOf(form)
  const first = sections[0]?.rows[0]?.[0]
  return sections.map(({ title, rows }) => (
    <div className="io-form-section" key={title ?? ''} role={title ? 'group' : undefined} aria-label={title && t(title)}>
      {title && <h2>{t(title)}</h2>}
      {rows.map((row) => (
        <div className="io-form-row" data-count={row.length} key={row.map(({ name }) => name).join(' ')}>
          {row.map((field) => (
            <OneField key={field.name} field={field} control={control} autoFocus={autoFocus && field === first} />
          ))}
        </div>
      ))}
    </div>
  ))
}

interface OneFieldProps {
  field: FormField
  control: Control<FormValues>
  autoFocus: boolean
}

function OneField({ field, control, autoFocus }: OneFieldProps) {
  const t = useT()
  const allowed = useCan(field.options.permission)
  const { field: input, fieldState } = useController({ name: field.name, control })
  const label = fieldLabel(t, field.name, field.options.label)
  const hint = t.has(`hint.${field.name}`) ? t(`hint.${field.name}`) : undefined
  const currency = useCurrency(field, control)
  if (field.kind === 'yesno') {
    return (
      <div className="io-field">
        <label className="io-switch-field">
          <Switch
            checked={input.value === true}
            onChange={(event) => input.onChange(event.target.checked)}
            onBlur={input.onBlur}
            disabled={!allowed}
            slotProps={{ input: { ref: input.ref } }}
          />
          {label}
        </label>
        {hint && <div className="io-hint">{hint}</div>}
      </div>
    )
  }
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message} optional={field.optional}>
      {(ids, labelId) => (
        <FieldInput
          field={field}
          ids={ids}
          labelId={labelId}
          value={typeof input.value === 'string' ? input.value : ''}
          onChange={input.onChange}
          onBlur={input.onBlur}
          inputRef={input.ref}
          disabled={!allowed}
          autoFocus={autoFocus}
          currency={currency}
        />
      )}
    </Field>
  )
}

/** The currency of an amount: what stands in the field that names it, else the organization's. */
function useCurrency({ options }: FormField, control: Control<FormValues>): string {
  const { format } = useSession()
  const named = useWatch({ control, name: options.currency ?? '', disabled: options.currency === undefined })
  return typeof named === 'string' && named ? named : format.currency
}
