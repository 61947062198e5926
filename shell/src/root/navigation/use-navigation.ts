import { useSession, useT } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import { useLocation } from 'react-router'
import { useEnabledModules } from '../feed/use-enabled-modules'
import { PAGES } from '../page-table'
import { useShell } from '../shell-context'
import { allItems, currentOf, navigationOf, type Navigation, type NavigationItem } from './navigation'

/** The navigation of this person, renewed when modules, permissions or labels change: with the labels `t` is another one. */
export function useNavigation(): Navigation {
  const { table } = useShell()
  const { permissions } = useSession()
  const t = useT(PAGES)
  const modules = useEnabledModules()
  return useMemo(
    () => navigationOf({ home: table.home, pages: table.pages, modules, permissions, labelOfEntry: ({ label }) => t(label) }),
    [table, modules, permissions, t],
  )
}

/** The entry that the page belongs to. */
export function useCurrentItem(navigation: Navigation): NavigationItem | undefined {
  const { pathname } = useLocation()
  const items = allItems(navigation)
  const places = items.flatMap((item) => [item, ...item.pages].map(({ href }) => ({ href, item, isHome: item.isHome })))
  return currentOf(places, pathname)?.item
}
