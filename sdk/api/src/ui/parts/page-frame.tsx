import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useLocation } from 'react-router'
import { useCan, useHost, useSession, type Crumb } from '../host/host-context.js'
import { useModule, type ModuleInfo } from '../host/module-context.js'
import { ErrorBoundary } from './error-boundary.js'
import { NoAccess } from './states.js'

/** A page above this one in the same module. */
export interface PageCrumb {
  label: string
  /** Below the module's base path, e.g. `companies`. */
  to: string
}

export interface PageFrameProps {
  /** The page's one h1, also in the window's title and as the last crumb. */
  title: string
  /** Before the title, e.g. an Avatar of 40. */
  lead?: ReactNode
  /** The record's state. */
  chip?: ReactNode
  /** One quiet line below the title. */
  facts?: ReactNode
  /** At the end of the head; the one primary button comes last. */
  actions?: ReactNode
  /** A Tabs, below the head. */
  tabs?: ReactNode
  /** Content to the edges and to the bottom: tables, boards, records. */
  fill?: boolean
  crumbs?: readonly PageCrumb[]
  /** Who lacks it sees NoAccess instead of the page. */
  permission?: string
  children?: ReactNode
}

/** The frame of every page: head, title in the window, focus on h1 after navigation, and an error boundary round the content. */
export function PageFrame({ title, lead, chip, facts, actions, tabs, fill = false, crumbs = [], permission, children }: PageFrameProps) {
  const allowed = useCan(permission)
  const module = useModule()
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  usePageInfo(title, crumbs, module)
  useArrival(heading, pathname)
  return (
    <div className="io-page" data-fill={fill || undefined}>
      <header className="io-page-head" data-line={(fill && !tabs) || undefined}>
        {lead}
        <div className="io-grow">
          <div className="io-row io-wrap">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {chip}
          </div>
          {facts && <div className="io-page-facts">{facts}</div>}
        </div>
        {actions && allowed && <div className="io-page-actions">{actions}</div>}
      </header>
      {tabs && allowed && <div className="io-page-tabs">{tabs}</div>}
      <div className="io-page-body">
        <ErrorBoundary module={module?.id ?? 'shell'} resetKey={pathname}>
          {allowed ? children : <NoAccess {...(permission && { permission })} />}
        </ErrorBoundary>
      </div>
    </div>
  )
}

/** The crumbs as the shell's header shows them: the module first, unless the page is the module itself. */
export function absoluteCrumbs(title: string, crumbs: readonly PageCrumb[], module: ModuleInfo | null): Crumb[] {
  const base = module?.basePath ?? ''
  const own = crumbs.map(({ label, to }) => ({ label, href: to ? `${base}/${to}` : base }))
  return module && module.name !== title ? [{ label: module.name, href: base }, ...own] : own
}

function usePageInfo(title: string, crumbs: readonly PageCrumb[], module: ModuleInfo | null) {
  const { page } = useHost()
  const { organization } = useSession()
  const trail = absoluteCrumbs(title, crumbs, module)
  const key = JSON.stringify(trail)
  useEffect(() => {
    page.set({ title, crumbs: JSON.parse(key) as Crumb[] })
  }, [page, title, key])
  useEffect(() => {
    document.title = [title, organization?.name ?? 'innoERP'].join(' · ')
  }, [title, organization?.name])
}

/** The first page of a visit leaves the focus at the top of the document, where "Skip to content" is. */
let arrivedBefore = false

function useArrival(heading: RefObject<HTMLHeadingElement | null>, path: string) {
  useEffect(() => {
    const inside = heading.current?.closest('.io-page')?.contains(document.activeElement)
    if (arrivedBefore && !inside) heading.current?.focus({ preventScroll: true })
    arrivedBefore = true
  }, [heading, path])
}
