import { createStore, type Store } from './store.js'

/** Knows which forms hold unsaved input, and asks before they are left. */
export interface DirtyGuard extends Store<boolean> {
  /** Says that something is unsaved until the returned function is called. */
  mark(): () => void
  /** True when nothing is unsaved or the user agrees to lose it. */
  mayLeave(): Promise<boolean>
  /** What asks; set by the shell. Without it nothing is asked. */
  setAsk(ask: () => Promise<boolean>): void
}

export function createDirtyGuard(): DirtyGuard {
  const dirty = createStore(false)
  const marks = new Set<symbol>()
  let ask: () => Promise<boolean> = () => Promise.resolve(true)
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()

  function update() {
    const next = marks.size > 0
    if (next === dirty.get()) return
    dirty.set(next)
    // Only while needed: a page with this listener is kept out of the browser's back-forward cache.
    if (next) window.addEventListener('beforeunload', warn)
    else window.removeEventListener('beforeunload', warn)
  }

  return {
    get: dirty.get,
    subscribe: dirty.subscribe,
    mark() {
      const mark = Symbol('unsaved')
      marks.add(mark)
      update()
      return () => {
        marks.delete(mark)
        update()
      }
    },
    async mayLeave() {
      if (!dirty.get()) return true
      if (!(await ask())) return false
      marks.clear()
      update()
      return true
    },
    setAsk(next) {
      ask = next
    },
  }
}
