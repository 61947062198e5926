import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useSession } from '../../host/host-context.js'
import { dropDraft, keepDraft, readDraft, type DraftPlace } from './draft.js'
import type { FormValues } from './resolver.js'
import type { InputValues } from './values.js'

/** Milliseconds without a key before a draft is written. */
const PAUSE = 300

export interface DraftHandle {
  /** When the draft that stands in the form was kept; undefined when none does. */
  restoredAt: number | undefined
  /** Empties the form back to what is saved. */
  discard(): void
  /** The input was saved: the draft is not needed any more. */
  settle(): void
}

/** Inputs that differ from what the form began with. */
const changedInputs = (values: InputValues, initial: InputValues): InputValues =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => name in initial && value !== initial[name]))

/** Writes a draft a moment after the last key, at once when the form is closed, and never after it was saved. */
function createKeeper(place: DraftPlace) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: InputValues | undefined
  const write = () => {
    clearTimeout(timer)
    if (latest) keepDraft(place, latest)
    latest = undefined
  }
  return {
    keep(values: InputValues) {
      latest = values
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE)
    },
    write,
    drop() {
      clearTimeout(timer)
      latest = undefined
      dropDraft(place)
    },
  }
}

/** Keeps what is typed while the form is open, and puts it back when the form is opened again. */
export function useDraft(methods: UseFormReturn<FormValues>, initial: InputValues, at: Omit<DraftPlace, 'user'>): DraftHandle {
  const { user } = useSession()
  const [place] = useState<DraftPlace>({ ...at, user: user.id })
  const [found] = useState(() => readDraft(place))
  const [restoredAt, setRestoredAt] = useState(found?.at)
  const [keeper] = useState(() => createKeeper(place))

  useEffect(() => {
    for (const [name, value] of Object.entries(found?.values ?? {})) {
      if (methods.getValues(name) !== undefined) methods.setValue(name, value, { shouldDirty: true })
    }
  }, [found, methods])
  useEffect(() => {
    const stop = methods.subscribe({
      formState: { values: true },
      callback: ({ values }) => keeper.keep(changedInputs(values, initial)),
    })
    return () => {
      keeper.write()
      stop()
    }
  }, [methods, initial, keeper])

  return {
    restoredAt,
    discard() {
      methods.reset(initial)
      keeper.drop()
      setRestoredAt(undefined)
    },
    settle() {
      keeper.drop()
      setRestoredAt(undefined)
    },
  }
}
