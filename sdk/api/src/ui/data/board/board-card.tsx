import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useDraggable, type DragAccess } from './use-drag.js'

export interface BoardCardProps {
  id: string
  title: string
  children: ReactNode
  access: DragAccess
  /** The board's tab stop. */
  current: boolean
  lifted: boolean
  dragged: boolean
  /** The card would be dropped before this one. */
  dropBefore: boolean
  hintId: string
  to: string | undefined
  onOpen: (() => void) | undefined
  onFocus(): void
  onKeyDown(event: KeyboardEvent): void
}

/** Space lifts; it must not press the button as well. */
const keepSpace = (event: KeyboardEvent) => event.key === ' ' && event.preventDefault()

/** One card: its words, and over them the link or button that the keyboard lands on. */
export function BoardCard({ id, title, children, access, current, lifted, dragged, dropBefore, ...rest }: BoardCardProps) {
  const { hintId, to, onOpen, onFocus, onKeyDown } = rest
  const item = useRef<HTMLLIElement>(null)
  useDraggable(item, access, id)
  const handle = {
    className: 'io-card-handle',
    'aria-label': title,
    'aria-describedby': access.enabled ? hintId : undefined,
    tabIndex: current ? 0 : -1,
    'data-card-focus': '',
    onFocus,
    onKeyDown,
    onKeyUp: keepSpace,
  }
  const open = (event: MouseEvent) => {
    if (!(event.target as Element).closest('a, button')) onOpen?.()
  }
  return (
    <li
      ref={item}
      className="io-board-card"
      data-card={id}
      data-lifted={lifted || undefined}
      data-dragged={dragged || undefined}
      data-drop={dropBefore || undefined}
      onClick={open}
    >
      {children}
      {to === undefined ? (
        <button type="button" {...handle} onClick={onOpen} />
      ) : (
        <Link to={to} draggable={false} {...handle} />
      )}
    </li>
  )
}
