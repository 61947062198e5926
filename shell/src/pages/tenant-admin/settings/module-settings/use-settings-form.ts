import { ApiError, fieldErrors, useDirty, useT, useToast } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { saveSettings, settingsPath, type ModuleSettings } from '../../../../clients/module-settings'
import { defaultsOf, fieldsOf, inputsOf, problemOf, valuesOf, type SettingField, type SettingInput, type SettingInputs } from './setting-field'

export interface SettingsForm {
  fields: readonly SettingField[]
  inputs: SettingInputs
  /** What is wrong, by field, in words. */
  problems: Readonly<Record<string, string>>
  /** A refusal that is about no single field. */
  error: unknown
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

/** The form of a module's settings: what stands in it, what is wrong, saving. */
export function useSettingsForm(moduleId: string, settings: ModuleSettings): SettingsForm {
  const t = useT()
  const toast = useToast()
  const queries = useQueryClient()
  const fields = fieldsOf(settings.schema)
  const known = inputsOf(fields, settings.values)
  const [inputs, setInputs] = useState(known)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const problemsOf = useProblems(fields)
  const dirty = !same(inputs, known)
  useDirty(dirty)

  async function save() {
    if (busy) return
    const found = problemsOf(inputs)
    setProblems(found)
    setError(undefined)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      const saved = await saveSettings(moduleId, valuesOf(fields, inputs))
      queries.setQueryData([settingsPath(moduleId)], saved)
      setInputs(inputsOf(fields, saved.values))
      toast(t('moduleSettings.saved'))
    } catch (cause) {
      const refused = cause instanceof ApiError ? fieldErrors(cause) : {}
      const named = Object.keys(refused).some((name) => name in inputs)
      if (named) setProblems(refused)
      else setError(cause)
    } finally {
      setBusy(false)
    }
  }
  const show = (next: SettingInputs) => {
    setInputs(next)
    setProblems({})
    setError(undefined)
  }
  return {
    fields,
    inputs,
    problems,
    error,
    dirty,
    changed: !same(inputs, defaultsOf(fields)),
    busy,
    set(name, input) {
      setInputs((before) => ({ ...before, [name]: input }))
      setProblems(({ [name]: _mended, ...others }) => others)
    },
    reset: () => show(defaultsOf(fields)),
    discard: () => show(known),
    save,
  }
}
