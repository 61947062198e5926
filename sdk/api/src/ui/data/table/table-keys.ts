import { isChord, type KeyPress } from '../keys/shortcut.js'

/** What a key does in a table. */
export type TableCommand = 'next' | 'previous' | 'first' | 'last' | 'extendNext' | 'extendPrevious' | 'peek' | 'select'

const PLAIN: Readonly<Record<string, TableCommand>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  Home: 'first',
  End: 'last',
  ' ': 'peek',
  x: 'select',
}
const SHIFTED: Readonly<Record<string, TableCommand>> = {
  ArrowDown: 'extendNext',
  J: 'extendNext',
  ArrowUp: 'extendPrevious',
  K: 'extendPrevious',
}

/** ↑ ↓ J K move, Shift with them extends, Space peeks, X selects; Enter is the link's own. */
export function tableCommand(press: KeyPress): TableCommand | undefined {
  if (isChord(press)) return undefined
  return press.shiftKey ? SHIFTED[press.key] : PLAIN[press.key]
}

/** The row that a movement leads to; stays at the ends. Without a current row it begins at the end it comes from. */
export function rowAfter(order: readonly string[], current: string | undefined, command: TableCommand): string | undefined {
  const at = current === undefined ? -1 : order.indexOf(current)
  const last = order.length - 1
  if (command === 'first') return order[0]
  if (command === 'last') return order[last]
  if (command === 'next' || command === 'extendNext') return order[Math.min(at + 1, last)]
  if (command === 'previous' || command === 'extendPrevious') return order[at < 0 ? last : Math.max(at - 1, 0)]
  return order[at]
}
