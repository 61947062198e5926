import type { EmotionCache } from '@emotion/cache'
import type { Theme } from '@mui/material/styles'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { Feed } from '../../contract/feed.js'
import type { UserType } from '../../contract/identity.js'
import type { Api } from '../api/client.js'
import type { FormatSettings } from '../format/settings.js'
import type { CommandStore } from './command-store.js'
import type { ModuleExports } from './define-ui.js'
import type { DirtyGuard } from './dirty-guard.js'
import type { ModuleInfo } from './module-context.js'
import type { SchemeStore } from './scheme.js'
import type { Store, WritableStore } from './store.js'
import type { ToastStore } from './toast-store.js'
import { useStore } from './use-store.js'

export interface SessionUser {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  /** Absent for a super admin. */
  user_type?: UserType
}

/** Who works where, and how figures are written for them. Replaced as a whole when anything of it changes. */
export interface Session {
  /** Null in the platform's administration. */
  organization: Feed['organization'] | null
  user: SessionUser
  permissions: ReadonlySet<string>
  /** Language of the interface, e.g. `de`. */
  language: string
  format: FormatSettings
}

/** A component that a module puts into a slot of another one. */
export interface SlotPart {
  module: ModuleInfo
  component: string
  /** In the user's language. */
  label: string | null
}

export interface SlotRegistry {
  subscribe(changed: () => void): () => void
  /** The same array as long as nothing changed. */
  get(name: string): readonly SlotPart[]
}

export interface Crumb {
  label: string
  /** Absolute path. */
  href: string
}

/** What the page says about itself to the shell's header. */
export interface PageInfo {
  title: string
  crumbs: readonly Crumb[]
}

/** Everything that the shell gives to the modules: one object for all React roots of the page. */
export interface Host {
  readonly area: 'tenant' | 'admin'
  readonly session: Store<Session>
  readonly scheme: SchemeStore
  readonly nonce: string
  readonly cache: EmotionCache
  readonly theme: Theme
  readonly queries: QueryClient
  readonly api: Api
  readonly page: WritableStore<PageInfo | null>
  readonly toasts: ToastStore
  readonly commands: CommandStore
  readonly dirty: DirtyGuard
  readonly slots: SlotRegistry
  /** Goes to any page of the shell, after asking when something is unsaved. Resolves to whether it went. */
  navigate(href: string): Promise<boolean>
  /** The entry of a module; `fresh` gives a new copy after a failure. */
  load(moduleId: string, fresh?: boolean): Promise<ModuleExports>
  /** Tells the platform about a failure inside a module. */
  report(moduleId: string, error: unknown): void
}

export const HostContext = createContext<Host | null>(null)

/** @throws Error outside of {@link Frame}. */
export function useHost(): Host {
  const host = use(HostContext)
  if (!host) throw new Error('This component needs a Frame around it')
  return host
}

/** Who works where; renders again when permissions, organization or language change. */
export const useSession = (): Session => useStore(useHost().session)

/** Whether the user holds a permission. The server checks again; this only hides what would be refused. */
export const useCan = (permission: string | undefined): boolean => {
  const { permissions } = useSession()
  return permission === undefined || permissions.has(permission)
}
