import { useListState, usePhone, type ListStateHandle, type ListStateOptions } from '@innoerp/sdk/ui'
import { useAsked, type Asked } from './use-asked'

export interface PanelQuestion<T> {
  /** Of the table whose panel asks. */
  state: ListStateHandle
  asked: Asked<T>
  /** Asks in a dialog. On a phone the panel, which is a sheet there, is closed before: no dialog stands on another one. */
  ask(subject: T): void
}

/** A question that is put in a table's side panel. */
export function usePanelQuestion<T>(list: ListStateOptions = {}): PanelQuestion<T> {
  const state = useListState(list)
  const phone = usePhone()
  const asked = useAsked<T>()
  const ask = (subject: T) => {
    if (phone) state.update({ open: undefined })
    asked.ask(subject)
  }
  return { state, asked, ask }
}
