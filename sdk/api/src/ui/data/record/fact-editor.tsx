import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { ApiError } from '../../api/api-error.js'
import { errorText, fieldErrors } from '../../api/error-text.js'
import { useUpdate } from '../../api/hooks.js'
import type { AnyRecord } from '../../api/resource.js'
import { useFormat } from '../../format/use-format.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Switch } from '../../mui/index.js'
import { Spinner } from '../../parts/spinner.js'
import { checkField } from '../form/check.js'
import { changesOf } from '../form/changes.js'
import { FieldInput } from '../form/field-input.js'
import type { FormField } from '../form/fields.js'
import type { FormSpec } from '../form/form-spec.js'
import { problemText } from '../form/problem-text.js'
import { toInput, type InputValue } from '../form/values.js'

export interface FactEditorProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  field: FormField
  record: T
  label: string
  onClose(): void
}

/** Kinds whose choice is the whole edit. */
const CHOSEN: readonly FormField['kind'][] = ['choice', 'country', 'currency', 'person', 'record', 'yesno']

/** One fact being changed in place: Enter or leaving it saves, Esc puts it back. */
export function FactEditor<T extends AnyRecord, New extends object>(props: FactEditorProps<T, New>) {
  const { field, record, label, onClose } = props
  const { locale, currency } = useFormat().settings
  const values = record as Record<string, unknown>
  const [input, setInput] = useState<InputValue>(() => toInput(field, values[field.name], locale))
  const { save, busy, problem } = useFactSave(props)
  const id = useId()
  const change = (next: InputValue) => {
    setInput(next)
    if (CHOSEN.includes(field.kind)) void save(next)
  }
  const ids = { id, 'aria-describedby': problem ? `${id}-hint` : undefined, 'aria-invalid': problem ? (true as const) : undefined }
  // What was refused is saved only by asking for it, never by clicking elsewhere.
  const leave = () => (problem ? onClose() : void save(input))
  return (
    <EditBox multiline={field.kind === 'multiline'} onSave={() => void save(input)} onLeave={leave} onCancel={onClose}>
      <label className="io-sr" id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {typeof input === 'boolean' ? (
        <Switch checked={input} onChange={(event) => change(event.target.checked)} autoFocus slotProps={{ input: { id } }} />
      ) : (
        <FieldInput
          field={field}
          ids={ids}
          labelId={`${id}-label`}
          value={input}
          onChange={change}
          autoFocus
          currency={field.options.currency ? String(values[field.options.currency] ?? currency) : currency}
        />
      )}
      {busy && <Spinner />}
      {problem && (
        <div className="io-hint" id={`${id}-hint`} data-tone="bad" role="alert">
          {problem}
        </div>
      )}
    </EditBox>
  )
}

interface EditBoxProps {
  multiline: boolean
  onSave(): void
  onLeave(): void
  onCancel(): void
  children: ReactNode
}

/** Hears the keys of an edit and when it is left. */
function EditBox({ multiline, onSave, onLeave, onCancel, children }: EditBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSave()
    }
  }
  const onBlur = (event: FocusEvent) => {
    // A menu opened from here takes the focus without leaving the edit; its list is not inside of the box.
    const menu = event.relatedTarget instanceof Element && event.relatedTarget.closest('[role=listbox], [role=presentation]')
    if (!menu && !box.current?.contains(event.relatedTarget)) onLeave()
  }
  return (
    <div ref={box} className="io-field" onKeyDown={onKeyDown} onBlur={onBlur}>
      {children}
    </div>
  )
}

/** Saves one field under `If-Match`. After a 412 the record is read anew, and the next save goes on top of what was seen then. */
function useFactSave<T extends AnyRecord, New extends object>({ form, field, record, onClose }: FactEditorProps<T, New>) {
  const t = useT()
  const kit = useT(KIT)
  const { locale } = useFormat().settings
  const [problem, setProblem] = useState<string>()
  const update = useUpdate(form.target, form.also ? { also: form.also } : {})
  async function save(input: InputValue) {
    if (update.isPending) return
    const wrong = checkField(field, input, locale)
    if (wrong) return setProblem(problemText(t, field, wrong))
    const changes = changesOf({ fields: [field], locale }, { ...(record as object) }, { [field.name]: input })
    if (Object.keys(changes).length === 0) return onClose()
    try {
      await update.mutateAsync({ record, changes: changes as Partial<New> })
      onClose()
    } catch (error) {
      const stale = error instanceof ApiError && error.stale
      setProblem(stale ? kit('facts.stale') : (fieldErrors(error)[field.name] ?? errorText(kit, error)))
    }
  }
  return { save, busy: update.isPending, problem }
}
