import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import type { Crumb } from '../host/host-context.js'
import { AppLink } from './app-link.js'

export interface CrumbsProps {
  /** From the outside in, without the current page. */
  crumbs: readonly Crumb[]
  /** The current page. */
  current: string
  label: string
}

/** Module / list / record; on the phone only "‹ parent". */
export function Crumbs({ crumbs, current, label }: CrumbsProps) {
  const parent = crumbs.at(-1)
  return (
    <nav className="io-crumbs" aria-label={label}>
      {parent && (
        <AppLink className="io-crumbs-back" href={parent.href}>
          <ChevronLeft size={20} className="io-flip" aria-hidden />
          <span className="io-trunc">{parent.label}</span>
        </AppLink>
      )}
      {crumbs.map((crumb) => (
        <Fragment key={crumb.href + crumb.label}>
          <AppLink className="io-trunc io-no-phone" href={crumb.href}>
            {crumb.label}
          </AppLink>
          <ChevronRight size={13} className="io-flip io-no-phone" aria-hidden />
        </Fragment>
      ))}
      <b className={parent ? 'io-trunc io-no-phone' : 'io-trunc'} aria-current="page">
        {current}
      </b>
    </nav>
  )
}
