import { ChevronDown, ChevronUp, ExternalLink, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { IconButton } from '../../parts/icon-button.js'
import { Dialog } from '../../parts/overlay/overlays.js'
import { usePhone } from '../list/use-phone.js'

/** Where the record stands in its list. */
export interface PanelNav {
  /** From 0. */
  index: number
  total: number
  onMove(step: 1 | -1): void
}

export interface SidePanelProps {
  open: boolean
  onClose(): void
  /** The record's name, read to screen readers. */
  label: string
  nav?: PanelNav | undefined
  /** The record's own page, relative to this one. */
  to?: string | undefined
  children: ReactNode
}

/** Shows a record beside its list, which stays alive; on a phone it is a sheet. */
export function SidePanel(props: SidePanelProps) {
  const phone = usePhone()
  const labelId = useId()
  const { open, onClose, label, children } = props
  if (phone) {
    return (
      <Dialog open={open} onClose={onClose} aria-labelledby={labelId} slotProps={{ paper: { className: 'io-panel-sheet' } }}>
        <span className="io-sr" id={labelId}>
          {label}
        </span>
        <PanelHead {...props} />
        {children}
      </Dialog>
    )
  }
  if (!open) return null
  return (
    <aside className="io-panel" aria-label={label}>
      <PanelHead {...props} />
      {children}
    </aside>
  )
}

function PanelHead({ nav, to, onClose }: SidePanelProps) {
  const t = useT(KIT)
  return (
    <header className="io-panel-head">
      <span className="io-cap io-grow" role="status">
        {nav && t('panel.place', { index: nav.index + 1, total: nav.total })}
      </span>
      {nav && (
        <>
          <IconButton small label={t('panel.previous')} disabled={nav.index <= 0} onClick={() => nav.onMove(-1)}>
            <ChevronUp size={16} />
          </IconButton>
          <IconButton small label={t('panel.next')} disabled={nav.index >= nav.total - 1} onClick={() => nav.onMove(1)}>
            <ChevronDown size={16} />
          </IconButton>
        </>
      )}
      {to !== undefined && (
        <Link className="io-icon-button" data-small="" to={to} aria-label={t('panel.openPage')} title={t('panel.openPage')}>
          <ExternalLink size={15} />
        </Link>
      )}
      <IconButton small label={t('action.close')} onClick={onClose}>
        <X size={16} />
      </IconButton>
    </header>
  )
}

export interface PanelSectionProps {
  title?: string
  /** After the title. */
  count?: number
  /** At the end of the title's line. */
  action?: ReactNode
  children: ReactNode
}

/** One part of a panel, with a hairline below. */
export const PanelSection = ({ title, count, action, children }: PanelSectionProps) => (
  <section className="io-section">
    {title && (
      <h3>
        {title}
        {count !== undefined && <span className="io-count">{count}</span>}
        <span className="io-grow" />
        {action}
      </h3>
    )}
    {children}
  </section>
)
