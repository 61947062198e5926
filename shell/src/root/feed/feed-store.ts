import type { Feed, FeedModule } from '@innoerp/sdk/contract'
import { createStore, type Store } from '@innoerp/sdk/ui'

/** What the host says about this user's modules; null in the platform's administration. */
export interface FeedStore extends Store<Feed | null> {
  set(feed: Feed): void
  /** An enabled module. */
  module(id: string): FeedModule | undefined
  /** The name of a module that was enabled at some time since the page was opened. */
  formerName(id: string): string | undefined
}

export function createFeedStore(): FeedStore {
  const store = createStore<Feed | null>(null)
  const names = new Map<string, string>()
  return {
    get: store.get,
    subscribe: store.subscribe,
    set(feed) {
      for (const { module_id, name } of feed.modules) names.set(module_id, name)
      store.set(feed)
    },
    module: (id) => store.get()?.modules.find(({ module_id }) => module_id === id),
    formerName: (id) => names.get(id),
  }
}
