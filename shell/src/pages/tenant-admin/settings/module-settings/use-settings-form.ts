import { fieldErrors, useDirty, useT, useToast } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { saveSettings, settingsPath, type ModuleSettings, type SettingValues } from '../../../../clients/module-settings'
import { defaultsOf, fieldsOf, inputsOf, problemOf, valuesOf, type SettingField, type SettingInput, type SettingInputs } from './setting-field'

interface Findings {
  /** What is wrong, by field, in words. */
  problems: Readonly<Record<string, string>>
  /** A refusal that is about no single field. */
  error: unknown
}

export interface SettingsForm extends Findings {
  fields: readonly SettingField[]
  inputs: SettingInputs
  dirty: boolean
  /** Something is set otherwise than by default. */
  changed: boolean
  busy: boolean
  set(name: string, input: SettingInput): void
  /** Puts the defaults into the form; they hold when they are saved. */
  reset(): void
  discard(): void
  save(): Promise<void>
}

const NOTHING_FOUND: Findings = { problems: {}, error: undefined }

/** Findings of the server stand at their fields; anything else is said as a whole. */
function explain(error: unknown, inputs: SettingInputs): Findings {
  const problems = fieldErrors(error)
  return Object.keys(problems).some((name) => name in inputs) ? { problems, error: undefined } : { problems: {}, error }
}

const same = (a: SettingInputs, b: SettingInputs) => Object.entries(a).every(([name, input]) => b[name] === input)

/** What is wrong with the inputs before anybody is asked. */
function useProblems(fields: readonly SettingField[]): (inputs: SettingInputs) => Record<string, string> {
  const t = useT()
  return (inputs) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const problem = problemOf(field, inputs[field.name] ?? '')
        return problem ? [[field.name, t(`moduleSettings.problem.${problem.key}`, { limit: problem.limit ?? 0 })]] : []
      }),
    )
}

/** Sends the values; the answer is what holds from now on. */
function useSend(moduleId: string): (values: SettingValues) => Promise<ModuleSettings> {
  const queries = useQueryClient()
  return async (values) => {
    const saved = await saveSettings(moduleId, values)
    queries.setQueryData([settingsPath(moduleId)], saved)
    return saved
  }
}

/** The form of a module's settings: what stands in it, what is wrong, saving. */
export function useSettingsForm(moduleId: string, settings: ModuleSettings): SettingsForm {
  const t = useT()
  const toast = useToast()
  const send = useSend(moduleId)
  const fields = fieldsOf(settings.schema)
  const known = inputsOf(fields, settings.values)
  const [inputs, setInputs] = useState(known)
  const [findings, setFindings] = useState<Findings>(NOTHING_FOUND)
  const [busy, setBusy] = useState(false)
  const problemsOf = useProblems(fields)
  const dirty = !same(inputs, known)
  useDirty(dirty)

  async function save() {
    const problems = problemsOf(inputs)
    setFindings({ problems, error: undefined })
    if (busy || Object.keys(problems).length > 0) return
    setBusy(true)
    try {
      const saved = await send(valuesOf(fields, inputs))
      setInputs(inputsOf(fields, saved.values))
      toast(t('moduleSettings.saved'))
    } catch (error) {
      setFindings(explain(error, inputs))
    } finally {
      setBusy(false)
    }
  }
  const show = (next: SettingInputs) => {
    setInputs(next)
    setFindings(NOTHING_FOUND)
  }
  return {
    ...findings,
    fields,
    inputs,
    dirty,
    changed: !same(inputs, defaultsOf(fields)),
    busy,
    set(name, input) {
      setInputs((before) => ({ ...before, [name]: input }))
      setFindings(({ problems: { [name]: _mended, ...problems }, error }) => ({ problems, error }))
    },
    reset: () => show(defaultsOf(fields)),
    discard: () => show(known),
    save,
  }
}
