import { Check } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import type { ComboOption } from './combo-option.js'

export interface ComboListProps {
  id: string
  /** What the list hangs below. */
  frame: RefObject<HTMLElement | null>
  options: readonly ComboOption[]
  chosen: string | undefined
  active: number
  loading: boolean
  footer: ReactNode
  onPoint(index: number): void
  onChoose(option: ComboOption): void
}

/** The choices below a combobox, in the top layer so that no dialog or scroller cuts them off. */
export function ComboList({ id, frame, options, chosen, active, loading, footer, onPoint, onChoose }: ComboListProps) {
  const t = useT(KIT)
  const place = useRef<HTMLDivElement>(null)
  useTopLayer(place, frame, options.length)
  useEffect(() => {
    place.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The focus stays in the input: pressing the mouse in the list must not take it.
    <div ref={place} popover="manual" className="io-combo-list" onMouseDown={(event) => event.preventDefault()}>
      <ul role="listbox" id={id} aria-label={t('pick.choices')}>
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            className="io-option"
            aria-selected={option.id === chosen}
            data-active={index === active || undefined}
            onMouseMove={() => index !== active && onPoint(index)}
            onClick={() => onChoose(option)}
          >
            {option.icon}
            <span className="io-grow io-col">
              <bdi className="io-trunc">{option.label}</bdi>
              {option.second && <bdi className="io-cap io-trunc">{option.second}</bdi>}
            </span>
            {option.id === chosen && <Check size={15} aria-hidden />}
          </li>
        ))}
      </ul>
      {options.length === 0 && <p className="io-combo-note">{t(loading ? 'loading' : 'pick.none')}</p>}
      {footer}
    </div>
  )
}

const GAP = 4
const MAX_HEIGHT = 320

/** Shows the list in the top layer, below the frame or, where there is no room, above it; follows when things scroll. */
function useTopLayer(place: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>, count: number) {
  useLayoutEffect(() => {
    const list = place.current
    if (list && !list.matches(':popover-open')) list.showPopover()
  }, [place])
  useLayoutEffect(() => {
    const list = place.current
    const anchor = frame.current
    if (!list || !anchor) return
    const move = () => {
      const box = anchor.getBoundingClientRect()
      const below = innerHeight - box.bottom - GAP * 2
      const above = box.top - GAP * 2
      const up = below < Math.min(list.scrollHeight, 200) && above > below
      const height = Math.min(MAX_HEIGHT, up ? above : below)
      Object.assign(list.style, {
        insetInlineStart: 'auto',
        left: `${box.left}px`,
        width: `${box.width}px`,
        maxHeight: `${height}px`,
        top: up ? 'auto' : `${box.bottom + GAP}px`,
        bottom: up ? `${innerHeight - box.top + GAP}px` : 'auto',
      })
    }
    move()
    addEventListener('scroll', move, { capture: true, passive: true })
    addEventListener('resize', move)
    return () => {
      removeEventListener('scroll', move, { capture: true })
      removeEventListener('resize', move)
    }
  }, [place, frame, count])
}
