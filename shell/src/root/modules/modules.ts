import type { FeedModule } from '@innoerp/sdk/contract'
import { registerApplication, unregisterApplication } from 'single-spa'
import { changesBetween } from './changes'
import { guard, type GuardOptions } from './guard'
import { isAt } from './is-at'

/** Keeps single-spa's applications those of the feed. */
export interface Modules {
  /** Resolves when the page shows what the feed says. */
  apply(modules: readonly FeedModule[]): Promise<void>
}

/** Runs steps one after another: single-spa is told the next change when the one before is on the page. */
function createQueue() {
  let last = Promise.resolve()
  return (step: () => Promise<void>) => (last = last.then(step, step))
}

export function createModules(options: Omit<GuardOptions, 'retry'>): Modules {
  const { host, loader } = options
  const registered = new Map<string, FeedModule>()
  const enqueue = createQueue()
  let wanted: readonly FeedModule[] = []

  function register(module: FeedModule, fresh = false) {
    registered.set(module.module_id, module)
    registerApplication({
      name: module.module_id,
      app: () => Promise.resolve(guard(module, fresh, { ...options, retry: () => void enqueue(() => retry(module)) })),
      activeWhen: ({ pathname }) => isAt(module, pathname),
    })
  }

  async function retry(module: FeedModule) {
    if (registered.get(module.module_id) !== module) return
    await unregisterApplication(module.module_id)
    register(module, true)
  }

  async function remove(module: FeedModule) {
    registered.delete(module.module_id)
    await unregisterApplication(module.module_id)
    loader.forget(module)
  }

  /** A switch of the version takes an open form with it, so it waits until nothing is unsaved; the old one works as long. */
  const mustWait = (module: FeedModule) => host.dirty.get() && isAt(module, location.pathname)

  async function catchUp() {
    const { gone, added, replaced } = changesBetween([...registered.values()], wanted)
    for (const module of gone) await remove(module)
    for (const module of added) register(module)
    for (const { before, after } of replaced) {
      if (mustWait(before)) continue
      await remove(before)
      register(after)
    }
  }

  host.dirty.subscribe(() => host.dirty.get() || void enqueue(catchUp))
  return {
    apply(modules) {
      wanted = modules
      return enqueue(catchUp)
    },
  }
}
