/** A value that React may follow with `useSyncExternalStore`. */
export interface Store<T> {
  get(): T
  subscribe(changed: () => void): () => void
}

/** A {@link Store} that its owner may set. */
export interface WritableStore<T> extends Store<T> {
  set(value: T): void
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const changed of listeners) changed()
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
