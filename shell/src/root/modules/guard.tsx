import type { FeedModule } from '@innoerp/sdk/contract'
import { ErrorCard, Frame, createFormat, type Host, type ModuleExports } from '@innoerp/sdk/ui'
import { createRoot } from 'react-dom/client'
import { deadline } from './deadline'
import { isAt } from './is-at'
import type { Loader } from './loader'
import { moduleInfoOf, versionKey } from './module-files'
import { createPlace, type Place } from './place'

export interface GuardOptions {
  host: Host
  loader: Loader
  /** The element that modules stand in. */
  stage: HTMLElement
  /** How long mounting and unmounting may take. */
  milliseconds: number
  /** Puts a new copy in this one's place. */
  retry(): void
}

/** What single-spa sees of a module. */
export interface Lifecycles {
  bootstrap(): Promise<void>
  mount(): Promise<void>
  unmount(): Promise<void>
}

/**
 * Stands between single-spa and a module. single-spa decides which module is active; the guard owns time and failure: its
 * `mount` starts the work and returns, so that no module can hold up the navigation, and nothing of it ever rejects.
 */
export function guard(module: FeedModule, fresh: boolean, options: GuardOptions): Lifecycles {
  let nextIsFresh = fresh
  let visit: { end(): Promise<void> } | undefined
  return {
    bootstrap: () => Promise.resolve(),
    mount() {
      visit = startVisit(module, nextIsFresh, options)
      nextIsFresh = false
      return Promise.resolve()
    },
    async unmount() {
      await visit?.end()
      visit = undefined
    },
  }
}

/** One stay of a module on the screen, from mount to unmount. */
function startVisit(module: FeedModule, fresh: boolean, options: GuardOptions) {
  const { host, loader, milliseconds } = options
  const name = versionKey(module)
  const place = createPlace(options.stage, name)
  let exports: ModuleExports | undefined
  /** Left or crashed: whatever the module still answers no longer counts. */
  let over = false
  let takeDown = () => Promise.resolve()

  const props = { host, module: moduleInfoOf(module), domElement: place.element, onCrash: crash }
  const report = (error: unknown) => host.report(module.module_id, error)
  const leave = () => deadline(Promise.resolve(exports?.unmount(props)), milliseconds, `Unmounting ${name}`).catch(report)

  function crash(error: unknown) {
    if (over) return
    over = true
    report(error)
    takeDown = showCrash(place, { ...options, module, error })
    void leave()
  }

  async function run() {
    exports = await loader.load(module, fresh)
    if (over) return
    const work = exports.bootstrap(props).then(() => exports?.mount(props))
    await deadline(work, milliseconds, `Mounting ${name}`)
    if (over) await leave()
    else place.ready()
  }
  void run().catch(crash)

  return {
    async end() {
      const crashed = over
      over = true
      if (!crashed) await leave()
      await takeDown()
      place.remove()
    },
  }
}

interface Crash extends GuardOptions {
  module: FeedModule
  error: unknown
}

/** Puts the card in the module's place; returns what takes it away. */
function showCrash(place: Place, { host, module, error, retry }: Crash): () => Promise<void> {
  const path = location.pathname.slice(module.base_path.length) || '/'
  const time = createFormat(host.session.get().format).time(new Date())
  // An element of its own: a root that died clears its container once more.
  const root = createRoot(place.replace())
  root.render(
    <Frame host={host}>
      <ErrorCard
        scope="module"
        name={module.name}
        error={error}
        code={`${module.name} ${module.version} · ${path} · ${time}`}
        onRetry={retry}
      />
    </Frame>,
  )
  const gone = new AbortController()
  // Another page of the module may well work: who goes there should not find the card again.
  const here = location.pathname
  window.addEventListener('single-spa:routing-event', () => location.pathname !== here && isAt(module, location.pathname) && retry(), gone)
  return () => {
    gone.abort()
    root.unmount()
    return Promise.resolve()
  }
}
