import { IconButton, useT } from '@innoerp/sdk/ui'
import { ArrowLeft, ArrowRight, Eye, EyeOff, GripVertical, Maximize2, Minimize2 } from 'lucide-react'
import { useEffect, useRef, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { Placed } from './arrangement'

/** Carries the id of what is dragged; the browser's own kinds would also take text and files. */
const KIND = 'application/x-innoerp-widget'

/** Keys of the handle: how many places each moves by. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

export interface WidgetFrameProps {
  name: string
  placed: Placed
  /** By so many places. */
  onMove(step: number): void
  /** Another widget was dropped here. */
  onTake(id: string): void
  onChange(changes: Partial<Placed>): void
  children: ReactNode
}

/** A widget while it is arranged: what it shows stands still, and its head moves, hides and sizes it. */
export function WidgetFrame({ name, placed, onMove, onTake, onChange, children }: WidgetFrameProps) {
  const t = useT()
  const { id, wide, hidden } = placed
  const { handle, keepFocus } = useKeptFocus()
  const step = (by: number) => {
    keepFocus()
    onMove(by)
  }
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const dragged = event.dataTransfer.getData(KIND)
    if (dragged && dragged !== id) onTake(dragged)
  }
  return (
    <div className="pages-arrange" data-span={wide ? 8 : 4} data-hidden={hidden || undefined} onDragOver={(event) => event.dataTransfer.types.includes(KIND) && event.preventDefault()} onDrop={drop}>
      <div className="pages-arrange-head" role="toolbar" aria-label={name} draggable onDragStart={(event) => event.dataTransfer.setData(KIND, id)}>
        <button ref={handle} type="button" className="pages-arrange-handle" aria-label={t('arrange.move', { name })} onKeyDown={press}>
          <GripVertical size={16} aria-hidden />
        </button>
        <span className="io-strong io-trunc io-grow">{name}</span>
        <IconButton small label={t('arrange.earlier', { name })} onClick={() => onMove(-1)}>
          <ArrowLeft size={15} className="io-flip" aria-hidden />
        </IconButton>
        <IconButton small label={t('arrange.later', { name })} onClick={() => onMove(1)}>
          <ArrowRight size={15} className="io-flip" aria-hidden />
        </IconButton>
        <IconButton small label={t(wide ? 'arrange.small' : 'arrange.wide', { name })} onClick={() => onChange({ wide: !wide })}>
          {wide ? <Minimize2 size={15} aria-hidden /> : <Maximize2 size={15} aria-hidden />}
        </IconButton>
        <IconButton small label={t(hidden ? 'arrange.show' : 'arrange.hide', { name })} onClick={() => onChange({ hidden: !hidden })}>
          {hidden ? <Eye size={15} aria-hidden /> : <EyeOff size={15} aria-hidden />}
        </IconButton>
      </div>
      {!hidden && <div inert>{children}</div>}
    </div>
  )
}

/** A moved element loses the focus; the handle that was used takes it back. */
function useKeptFocus() {
  const handle = useRef<HTMLButtonElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (wanted.current) handle.current?.focus()
    wanted.current = false
  })
  return {
    handle,
    keepFocus: () => {
      wanted.current = true
    },
  }
}
