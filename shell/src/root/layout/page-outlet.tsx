import { ErrorBoundary, NotFound, useHost, useT, type LazyPart } from '@innoerp/sdk/ui'
import { createElement, lazy, useEffect, type ComponentType } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { useEnabledModules } from '../feed/use-enabled-modules'
import { isAt } from '../modules/is-at'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'
import { SwitchedOff } from './switched-off'

const pages = new Map<LazyPart, ComponentType>()

/** One lazy component a page. A rejected one stays so for ever, therefore it is forgotten: the next try makes a new one. */
function pageOf(load: LazyPart): ComponentType {
  const known = pages.get(load)
  if (known) return known
  const made = lazy(() =>
    load().catch((error: unknown) => {
      pages.delete(load)
      throw error
    }),
  )
  pages.set(load, made)
  return made
}

/** The shell's own page at this address; nothing where a module stands. */
export function PageOutlet() {
  const { table } = useShell()
  const { pathname } = useLocation()
  return (
    <ErrorBoundary resetKey={pathname}>
      <Routes>
        {table.pages.map(({ path, load }) => (
          <Route key={path} path={path} element={createElement(pageOf(load))} />
        ))}
        <Route path="*" element={<NoPage />} />
      </Routes>
    </ErrorBoundary>
  )
}

/** A module's address, or one that nothing has. */
function NoPage() {
  const { feed } = useShell()
  const { pathname } = useLocation()
  const modules = useEnabledModules()
  if (modules.some((module) => isAt(module, pathname))) return null
  const name = feed.formerName(pathname.split('/')[2] ?? '')
  return name ? <SwitchedOff name={name} /> : <NothingHere />
}

function NothingHere() {
  const t = useT(SHELL)
  const { page } = useHost()
  const title = t('notFound.title')
  useEffect(() => page.set({ title, crumbs: [] }), [page, title])
  return <NotFound />
}
