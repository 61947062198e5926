import type { Host } from '@innoerp/sdk/ui'
import { createContext, use } from 'react'
import type { Boot } from '../page/boot'
import type { FeedStore } from './feed/feed-store'
import type { PageTable } from './page-table'

/** What the frame round the pages stands on. */
export interface Shell {
  boot: Boot
  host: Host
  feed: FeedStore
  table: PageTable
  /** Where modules stand. */
  stage: HTMLElement
  signOut(): Promise<void>
}

export const ShellContext = createContext<Shell | null>(null)

/** @throws Error outside of the frame */
export function useShell(): Shell {
  const shell = use(ShellContext)
  if (!shell) throw new Error('This component stands in the frame of the pages')
  return shell
}
