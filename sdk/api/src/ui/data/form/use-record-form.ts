import { useEffect, useMemo, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { ApiError } from '../../api/api-error.js'
import { fieldErrors } from '../../api/error-text.js'
import type { AnyRecord } from '../../api/resource.js'
import { useFormat } from '../../format/use-format.js'
import { useDirty } from '../../host/use-dirty.js'
import { useT } from '../../i18n/use-t.js'
import { changesOf, conflictsOf, type Conflict, type FieldSet } from './changes.js'
import { parentOf } from './draft.js'
import { shownFields } from './fields.js'
import type { FormSpec } from './form-spec.js'
import { problemText } from './problem-text.js'
import { resolverOf, type FormValues } from './resolver.js'
import { useDraft, type DraftHandle } from './use-draft.js'
import { useFinish } from './use-finish.js'
import { useSave, type SubmitForm } from './use-save.js'
import { toBody, toInput, toInputs, type InputValues } from './values.js'

export interface RecordFormProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  /** The record to change; absent to create one. */
  record?: T | undefined
  /** What a new record begins with here, e.g. the column that it is added to; what the form has no field for is sent as it is. */
  defaults?: Partial<New> | undefined
  /** Saves in another way than to create or change the record. */
  onSubmit?: SubmitForm<T> | undefined
  /** Called when it is saved, with the record as the server has it; undefined when `onSubmit` gave none. */
  onDone(record: T | undefined): void
}

export interface RecordForm {
  methods: UseFormReturn<FormValues>
  set: FieldSet
  draft: DraftHandle
  busy: boolean
  /** A refusal that is about no single field. */
  error: unknown
  /** What someone else changed meanwhile; the next save goes on top of it. */
  conflicts: readonly Conflict[]
  submit(): void
  /** Takes what someone else saved for one field, or for all. */
  takeTheirs(conflict?: Conflict): void
}

/** What a new record is given that the form does not show. */
function unseen({ form, record, defaults }: Pick<RecordFormProps<AnyRecord, object>, 'form' | 'record' | 'defaults'>): Record<string, unknown> {
  if (record) return {}
  const shown = new Set(shownFields(form).map(({ name }) => name))
  return Object.fromEntries(Object.entries({ ...form.defaults, ...defaults }).filter(([name]) => !shown.has(name)))
}

const asPlain = (record: object | undefined): Record<string, unknown> => ({ ...record })

/** The inputs: fields, checks, and the record below them. */
function useInputs<T extends AnyRecord, New extends object>({ form, record, defaults }: RecordFormProps<T, New>) {
  const t = useT()
  const { locale } = useFormat().settings
  const set = useMemo<FieldSet>(() => ({ fields: shownFields(form), locale }), [form, locale])
  const [base, setBase] = useState(record)
  const start = asPlain(record ?? { ...form.defaults, ...defaults })
  const [initial, setInitial] = useState<InputValues>(() => toInputs(set.fields, start, locale))
  const resolver = useMemo(() => resolverOf(set.fields, locale, (field, problem) => problemText(t, field, problem)), [set, locale, t])
  const methods = useForm<FormValues>({ defaultValues: initial, resolver, mode: 'onTouched' })

  /** Puts what is saved now under the form, and the user's own changes on top of it. Gives what differs. */
  async function rebase(inputs: InputValues): Promise<readonly Conflict[]> {
    if (!base) return []
    const theirs = await form.target.get(base.id)
    const mine = changesOf(set, asPlain(base), inputs)
    const next = toInputs(set.fields, asPlain(theirs), locale)
    setBase(theirs)
    setInitial(next)
    methods.reset(next)
    for (const name of Object.keys(mine)) methods.setValue(name, inputs[name] ?? '', { shouldDirty: true })
    return conflictsOf(set, { base: asPlain(base), theirs: asPlain(theirs) }, inputs)
  }
  return { set, base, initial, methods, rebase }
}

/** What a save ended with: findings stand at their fields, the first of them has the focus; anything else is left to be shown. */
function explain(error: unknown, { fields }: FieldSet, methods: UseFormReturn<FormValues>): unknown {
  const found = fieldErrors(error)
  const wrong = fields.filter(({ name }) => found[name] !== undefined)
  for (const { name } of wrong) methods.setError(name, { type: 'server', message: found[name] ?? '' })
  if (wrong[0]) methods.setFocus(wrong[0].name)
  return wrong.length > 0 ? undefined : error
}

/** The state of a form: inputs, checks, draft, saving, and what to do when someone else was faster. */
export function useRecordForm<T extends AnyRecord, New extends object>(props: RecordFormProps<T, New>): RecordForm {
  const { form, record, onSubmit, onDone } = props
  const { set, base, initial, methods, rebase } = useInputs(props)
  const draft = useDraft(methods, initial, { form: form.name, record, parent: parentOf(form.target.path, props.defaults) })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const [done, setDone] = useState(false)
  const save = useSave(form, onSubmit)
  useDirty(methods.formState.isDirty && !done)
  const finish = useFinish(onDone)
  // After the render that ends the guard of unsaved input, since it may lead to another page.
  useEffect(() => {
    if (done) finish.now()
  }, [done, finish])
  const end = (saved: T | undefined) => {
    finish.with(saved)
    setDone(true)
  }

  async function send(inputs: InputValues) {
    const body = base && !onSubmit ? changesOf(set, asPlain(base), inputs) : { ...unseen(props), ...toBody(set.fields, inputs, set.locale) }
    setError(undefined)
    setConflicts([])
    if (base && Object.keys(body).length === 0) return end(base)
    setBusy(true)
    try {
      const saved = await save(body, base)
      draft.settle()
      end(saved)
    } catch (cause) {
      const stale = cause instanceof ApiError && cause.stale
      const rebased = stale ? rebase(inputs).then(setConflicts) : Promise.reject(cause)
      await rebased.catch((why: unknown) => setError(explain(why, set, methods)))
    } finally {
      setBusy(false)
    }
  }
  const takeTheirs = (conflict?: Conflict) => {
    for (const { field, theirs } of conflict ? [conflict] : conflicts) {
      methods.setValue(field.name, toInput(field, theirs, set.locale), { shouldDirty: true })
    }
    setConflicts((before) => (conflict ? before.filter((one) => one !== conflict) : []))
  }
  return { methods, set, draft, busy, error, conflicts, submit: () => void methods.handleSubmit(send)(), takeTheirs }
}
