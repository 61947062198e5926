import type { FeedModule } from '@innoerp/sdk/contract'
import type { ModuleExports } from '@innoerp/sdk/ui'
import { deadline } from './deadline'
import { entryNameOf, folderOf, versionKey } from './module-files'
import { addStylesheet, createIntegrityMaps, removeStylesheets } from './page-files'

/** Loads versions of modules: every file checked against its hash, never longer than the deadline, and again after a failure. */
export interface Loader {
  /** The version's exports; `fresh` asks for a new copy, whatever is wrong with the one before. */
  load(module: FeedModule, fresh?: boolean): Promise<ModuleExports>
  /** Takes away what a version that is no longer in use has put on the page; its script stays until the page is loaded anew. */
  forget(module: FeedModule): void
}

const isModule = (found: Partial<ModuleExports>): found is ModuleExports =>
  typeof found.bootstrap === 'function' && typeof found.mount === 'function' && typeof found.unmount === 'function'

async function importEntry(url: string): Promise<ModuleExports> {
  const found = (await import(/* @vite-ignore */ url)) as Partial<ModuleExports>
  if (!isModule(found)) throw new Error(`${url} exports no lifecycles`)
  return found
}

/** @param milliseconds how long one load may take */
export function createLoader(nonce: string, milliseconds: number): Loader {
  const maps = createIntegrityMaps(nonce)
  const loaded = new Map<string, Promise<ModuleExports>>()
  const attempts = new Map<string, number>()
  const countAttempt = (key: string) => attempts.set(key, (attempts.get(key) ?? 0) + 1)

  function start(module: FeedModule, key: string): Promise<ModuleExports> {
    const folder = folderOf(module, attempts.get(key) ?? 0)
    const files = Object.entries(module.files)
    maps.cover(Object.fromEntries(files.map(([name, hash]) => [folder + name, hash])))
    const styles = module.styles.map((name) => addStylesheet({ owner: key, href: folder + name, integrity: module.files[name] ?? '' }))
    const entry = importEntry(folder + entryNameOf(module))
    return deadline(Promise.all([entry, ...styles]), milliseconds, `Loading ${key}`).then(([exports]) => exports)
  }

  function load(module: FeedModule, fresh = false): Promise<ModuleExports> {
    const key = versionKey(module)
    if (fresh && loaded.delete(key)) countAttempt(key)
    const known = loaded.get(key)
    if (known) return known
    const loading = start(module, key)
    loaded.set(key, loading)
    loading.catch(() => {
      if (loaded.get(key) !== loading) return
      loaded.delete(key)
      countAttempt(key)
    })
    return loading
  }
  return { load, forget: (module) => removeStylesheets(versionKey(module)) }
}
