import { createStore, type Store } from './store.js'

/** One thing to do or to open, in the palette and in the key help. */
export interface Command {
  id: string
  label: string
  /** Where it belongs, e.g. the module's name. */
  context?: string
  /** A name of the icon set. */
  icon?: string
  /** As shown, e.g. `C then D`. */
  keys?: string
  run(): void
}

/** Commands of one place of the page; `search` adds what a query finds. */
export interface CommandSet {
  id: string
  actions: readonly Command[]
  search?(query: string, signal: AbortSignal): Promise<readonly Command[]>
}

export interface CommandStore extends Store<readonly CommandSet[]> {
  /** Adds a set until the returned function is called; the latest stands first. */
  add(set: CommandSet): () => void
}

export function createCommandStore(): CommandStore {
  const store = createStore<readonly CommandSet[]>([])
  return {
    get: store.get,
    subscribe: store.subscribe,
    add(set) {
      store.set([set, ...store.get()])
      return () => store.set(store.get().filter((one) => one !== set))
    },
  }
}
