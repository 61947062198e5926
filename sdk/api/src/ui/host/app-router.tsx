import { startTransition, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { NavigationType, Router, type Location, type Navigator, type To } from 'react-router'
import { randomUuid } from '../api/idempotency.js'
import { useHost } from './host-context.js'

/** What a history entry of ours carries; `key` tells entries apart, `usr` is the page's own state. */
interface EntryState {
  usr: unknown
  key: string
}

interface Shown {
  location: Pick<Location, 'pathname' | 'search' | 'hash' | 'state' | 'key'>
  action: NavigationType
}

function currentLocation(): Shown['location'] {
  const { pathname, search, hash } = window.location
  const state = window.history.state as EntryState | null
  return { pathname, search, hash, state: state?.usr ?? null, key: state?.key ?? 'default' }
}

/** Entries that others made have no key of ours, so the address counts too. */
const entryOf = (location: Shown['location']) => `${location.key} ${location.pathname}${location.search}${location.hash}`

const hrefOf = (to: To) => (typeof to === 'string' ? to : `${to.pathname ?? '/'}${to.search ?? ''}${to.hash ?? ''}`)
const pathOf = (href: string) => new URL(href, window.location.href).pathname

/** True for the base itself and what lies below it. */
export const isBelow = (pathname: string, basename: string): boolean =>
  basename === '/' || pathname === basename || pathname.startsWith(`${basename}/`)

export interface AppRouterProps {
  /** Where the pages of this root live. */
  basename: string
  children: ReactNode
}

/**
 * The router of one React root. As react-router's BrowserRouter, and it asks before a page with unsaved input is left for
 * another one; a change of the query alone asks nothing.
 */
export function AppRouter({ basename, children }: AppRouterProps) {
  const [shown, setShown] = useState<Shown>(() => ({ location: currentLocation(), action: NavigationType.Pop }))
  const entry = useRef(entryOf(shown.location))
  /** Path of the page that is on screen: while the code of the next one loads, not yet that of the address. */
  const onScreen = useRef(shown.location.pathname)
  useLayoutEffect(() => {
    onScreen.current = shown.location.pathname
  }, [shown])

  const show = useMemo(
    () => (action: NavigationType) => {
      const location = currentLocation()
      // Addresses of other roots: what is here stays as it is until the shell takes it down.
      if (!isBelow(location.pathname, basename)) return
      entry.current = entryOf(location)
      // In a transition, so that the page before stays until the code of the next one is there.
      startTransition(() => setShown({ location, action }))
    },
    [basename],
  )

  const navigator = useNavigator({ onScreen, show })

  useLayoutEffect(() => {
    // The shell announces every pushState as a popstate, our own ones too.
    const onPop = () => entryOf(currentLocation()) !== entry.current && show(NavigationType.Pop)
    window.addEventListener('popstate', onPop)
    return () => window.removeEventListener('popstate', onPop)
  }, [show])

  return (
    <Router basename={basename} location={shown.location} navigationType={shown.action} navigator={navigator}>
      {children}
    </Router>
  )
}

interface NavigatorParts {
  /** Path of the page that is on screen. */
  onScreen: RefObject<string>
  show(action: NavigationType): void
}

/** Writes the address for react-router. */
function useNavigator({ onScreen, show }: NavigatorParts): Navigator {
  const { dirty } = useHost()
  return useMemo<Navigator>(() => {
    const write = (action: NavigationType, to: To, state: unknown) => {
      const href = hrefOf(to)
      const isOwnQuery = action === NavigationType.Replace && pathOf(href) === onScreen.current
      // A page that is being left (a search that was still to be sent) must not take the address back.
      if (isOwnQuery && window.location.pathname !== onScreen.current) return
      const made: EntryState = { usr: state ?? null, key: randomUuid() }
      const go = () => {
        if (action === NavigationType.Push) window.history.pushState(made, '', href)
        else window.history.replaceState(made, '', href)
        show(action)
      }
      if (pathOf(href) === window.location.pathname) go()
      else void dirty.mayLeave().then((allowed) => allowed && go())
    }
    return {
      createHref: hrefOf,
      go: (delta) => window.history.go(delta),
      push: (to, state) => write(NavigationType.Push, to, state),
      replace: (to, state) => write(NavigationType.Replace, to, state),
    }
  }, [dirty, onScreen, show])
}
