/** What a combobox shows while it is used. */
export interface ComboState {
  open: boolean
  /** What was typed; null while the chosen value is shown. */
  query: string | null
  /** Index of the option that Enter takes; -1: none. */
  active: number
}

export type ComboEvent =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'type'; text: string }
  | { type: 'move'; step: 1 | -1; count: number }
  | { type: 'point'; index: number }

export const CLOSED: ComboState = { open: false, query: null, active: -1 }

/** Arrows open the list and go round in it; typing opens it at its first option. */
export function comboReducer(state: ComboState, event: ComboEvent): ComboState {
  switch (event.type) {
    case 'open':
      return { ...state, open: true }
    case 'close':
      return CLOSED
    case 'type':
      return { open: true, query: event.text, active: event.text ? 0 : -1 }
    case 'point':
      return { ...state, active: event.index }
    case 'move':
      return { ...state, open: true, active: state.open ? moved(state.active, event) : event.step === 1 ? 0 : event.count - 1 }
  }
}

function moved(active: number, { step, count }: { step: 1 | -1; count: number }): number {
  if (count === 0) return -1
  if (active < 0) return step === 1 ? 0 : count - 1
  return (active + step + count) % count
}
