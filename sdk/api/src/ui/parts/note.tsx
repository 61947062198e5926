import { CircleCheck, CloudOff, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { token } from '../host/token.js'
import type { Tone } from './tone.js'

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: TriangleAlert, review: Info, neutral: Info }

export interface NoteProps {
  tone?: Tone
  /** The first words, stronger. */
  title?: ReactNode
  children?: ReactNode
  /** An action at the end. */
  action?: ReactNode
  offline?: boolean
}

/** A sentence that stands above what it is about: form errors, being offline, a warning before saving. */
export function Note({ tone = 'info', title, children, action, offline = false }: NoteProps) {
  const Glyph = offline ? CloudOff : ICONS[tone]
  return (
    <div
      className="io-note"
      role={tone === 'danger' ? 'alert' : 'status'}
      style={{ background: token(`${tone}-tint`), color: token(`${tone}-fg`) }}
    >
      <Glyph size={16} aria-hidden />
      <div className="io-grow">
        {title && <strong className="io-strong">{title}</strong>} {children}
      </div>
      {action}
    </div>
  )
}
