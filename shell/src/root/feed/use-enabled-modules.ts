import type { FeedModule } from '@innoerp/sdk/contract'
import { useSyncExternalStore } from 'react'
import { useShell } from '../shell-context'

const NONE: readonly FeedModule[] = []

/** The organization's enabled modules; renders again when one comes or goes. None in the platform's administration. */
export function useEnabledModules(): readonly FeedModule[] {
  const { feed } = useShell()
  return useSyncExternalStore(feed.subscribe, () => feed.get()?.modules ?? NONE)
}
