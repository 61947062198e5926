import type { FeedModule } from '@innoerp/sdk/contract'
import type { PageEntry, ShellPage } from '../page-table'

/** An entry of the navigation. */
export interface NavigationItem {
  id: string
  href: string
  label: string
  icon: string
  /** Pressed after G. */
  key: string | null
  /** Pages below it; empty when it has only one. */
  pages: readonly NavigationPage[]
  /** Current on its own address alone: all other addresses lie below the area's first page. */
  isHome: boolean
}

/** A page below an entry. */
export interface NavigationPage {
  href: string
  label: string
}

export interface Navigation {
  first: readonly NavigationItem[]
  modules: readonly NavigationItem[]
  operations: readonly NavigationItem[]
  last: readonly NavigationItem[]
}

/** All entries, from top to bottom. */
export const allItems = ({ first, modules, operations, last }: Navigation): NavigationItem[] => [
  ...first,
  ...modules,
  ...operations,
  ...last,
]

export interface NavigationSource {
  /** Path of the area's first page. */
  home: string
  pages: readonly ShellPage[]
  modules: readonly FeedModule[]
  permissions: ReadonlySet<string>
  /** The words of a shell page's entry. */
  labelOfEntry(entry: Pick<PageEntry, 'label'>): string
}

const join = (base: string, path: string) => (path ? `${base}/${path}` : base)

function moduleItem({ module_id: id, name, icon, base_path, navigation }: FeedModule): NavigationItem {
  const pages = navigation.map(({ path, label }) => ({ href: join(base_path, path), label }))
  return {
    id,
    href: join(base_path, navigation[0]?.path ?? ''),
    label: name,
    icon,
    key: navigation.find(({ key }) => key)?.key ?? null,
    pages: pages.length > 1 ? pages : [],
    isHome: false,
  }
}

/** The navigation of one person: pages that they may see, and modules that show them at least one page. */
export function navigationOf({ home, pages, modules, permissions, labelOfEntry }: NavigationSource): Navigation {
  const entries = pages.flatMap(({ path, entry }) => {
    if (!entry || (entry.permission && !permissions.has(entry.permission))) return []
    const { group, icon, key = null } = entry
    const below = (entry.pages ?? []).map((page) => ({ href: page.path, label: labelOfEntry(page) }))
    const item: NavigationItem = { id: path, href: path, label: labelOfEntry(entry), icon, key, pages: below, isHome: path === home }
    return [{ group, item }]
  })
  const of = (group: PageEntry['group']) => entries.filter((one) => one.group === group).map(({ item }) => item)
  return {
    first: of('first'),
    modules: modules.filter(({ navigation }) => navigation.length > 0).map(moduleItem),
    operations: of('operations'),
    last: of('last'),
  }
}

const isAtOrBelow = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`)

/** The entry that an address belongs to: the one with the longest path, so that `/a/b` is not `/a` where both exist. */
export function currentOf<T extends { href: string; isHome?: boolean }>(items: readonly T[], pathname: string): T | undefined {
  return items
    .filter(({ href, isHome }) => (isHome ? pathname === href : isAtOrBelow(pathname, href)))
    .reduce<T | undefined>((best, item) => (best && best.href.length >= item.href.length ? best : item), undefined)
}

/** Entries of the phone's bar, as many as there is room for: where the work is. Users and settings lie behind "More". */
export const barItems = ({ first, modules, operations }: Navigation, room: number): NavigationItem[] =>
  [...first, ...modules, ...operations].slice(0, room)
