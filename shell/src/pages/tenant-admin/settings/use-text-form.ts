import { ApiError, fieldErrors, useDirty, useToast } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { changedNames, changesOf, rebase, textsOf, type TextFields, type Texts } from './text-form'

type ByName<K extends string, V> = Partial<Record<K, V>>

export interface TextFormInit<T, K extends string> {
  record: T
  /** Names of the fields to write. */
  names: readonly K[]
  /** Says what is wrong with the inputs, by field; asked before saving. */
  check(texts: Texts<K>): ByName<K, string>
  /** Saves under `If-Match`; rejects with an ApiError. */
  save(record: T, changes: ByName<K, string | null>): Promise<T>
  /** The record as it is saved now. */
  reload(): Promise<T>
  /** Said when it is saved. */
  saved: string
}

interface FormState<T, K extends string> {
  /** The record that the inputs are based on. */
  base: T
  texts: Texts<K>
  errors: ByName<K, string>
  /** A refusal that is about no single field. */
  error: unknown
  /** What someone else changed meanwhile; the next save goes on top of it. */
  theirs: readonly K[]
  busy: boolean
}

export interface TextForm<K extends string> extends Omit<FormState<unknown, K>, 'base'> {
  dirty: boolean
  set(name: K, text: string): void
  save(): Promise<void>
  discard(): void
}

/** Inputs of a record in which nothing was changed. */
const untouched = <T extends TextFields<K>, K extends string>(base: T, names: readonly K[]): FormState<T, K> => ({
  base,
  texts: textsOf<K>(base, names),
  errors: {},
  error: undefined,
  theirs: [],
  busy: false,
})

/** Findings about the form's fields stand beside them; anything else is about the form as a whole. */
function refusalOf<K extends string>(cause: unknown, names: readonly K[]): Pick<FormState<unknown, K>, 'errors' | 'error'> {
  const found = fieldErrors(cause)
  const known = names.filter((name) => found[name] !== undefined)
  const errors = Object.fromEntries(known.map((name) => [name, found[name]])) as ByName<K, string>
  return { errors, error: known.length > 0 ? undefined : cause }
}

/** A form of a few texts of one record, which never overwrites what someone else saved meanwhile without showing it. */
export function useTextForm<T extends TextFields<K>, K extends string>(init: TextFormInit<T, K>): TextForm<K> {
  const { names, check, save, reload, saved } = init
  const toast = useToast()
  const [{ base, ...state }, setState] = useState(() => untouched<T, K>(init.record, names))
  const change = (part: Partial<FormState<T, K>>) => setState((before) => ({ ...before, ...part }))
  const dirty = changedNames<K>(base, state.texts, names).length > 0
  useDirty(dirty)

  async function catchUp() {
    const record = await reload()
    change({ base: record, ...rebase<K>({ base, theirs: record }, state.texts, names) })
  }
  async function send() {
    try {
      setState(untouched<T, K>(await save(base, changesOf<K>(base, state.texts, names)), names))
      toast(saved)
    } catch (cause) {
      const stale = cause instanceof ApiError && cause.stale
      await (stale ? catchUp() : Promise.reject(cause as Error)).catch((error: unknown) => change(refusalOf(error, names)))
    }
  }
  return {
    ...state,
    dirty,
    set: (name, text) => change({ texts: { ...state.texts, [name]: text }, errors: { ...state.errors, [name]: undefined } }),
    async save() {
      const errors = check(state.texts)
      const ready = dirty && !state.busy && Object.keys(errors).length === 0
      change({ errors, error: undefined, busy: state.busy || ready })
      if (!ready) return
      await send()
      change({ busy: false })
    },
    discard: () => setState(untouched<T, K>(base, names)),
  }
}
