import type { LazyPart, LocaleLoaders } from '@innoerp/sdk/ui'

/** Where the entry of a page stands in the navigation. */
export type NavigationGroup = 'first' | 'operations' | 'last'

export interface PageEntry {
  /** A key of the area's labels. */
  label: string
  /** A name of the icon set. */
  icon: string
  group: NavigationGroup
  /** Pressed after G, it opens the page. */
  key?: string
  /** Who lacks it does not see the entry. */
  permission?: string
  /** Pages below the entry, shown while one of them is open; the first is the entry's own. */
  pages?: readonly PageLink[]
}

/** A page below an entry. */
export interface PageLink {
  path: string
  /** A key of the area's labels. */
  label: string
}

/** A page of the shell itself. */
export interface ShellPage {
  /** Absolute, with parameters as in react-router: `/super-admin/tenants/:id`. */
  path: string
  /** The file of the page; its component takes no props. */
  load: LazyPart
  /** Its entry in the navigation, if it has one. */
  entry?: PageEntry
}

/** The pages of one area. Their labels are the namespace `pages`. */
export interface PageTable {
  /** Where `/` leads. */
  home: string
  pages: readonly ShellPage[]
  locales: LocaleLoaders
}

/** Namespace of the frame's labels. */
export const SHELL = 'shell'
/** Namespace of the labels of the area's pages. */
export const PAGES = 'pages'
