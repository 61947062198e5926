import { lazy, useEffect, type ComponentType } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { Route, Routes } from 'react-router'
import { loadLabels, namespaceOf, type LocaleLoaders } from '../i18n/i18n.js'
import { NotFound } from '../parts/not-found.js'
import { AppRouter } from './app-router.js'
import { Frame } from './frame.js'
import type { Host } from './host-context.js'
import type { ModuleInfo } from './module-context.js'
import type { SearchProvider } from './slot-search.js'

/** A file whose default export is a component. */
export type LazyPart<P = object> = () => Promise<{ default: ComponentType<P> }>

/** What a module puts into a slot: a file whose default export is a component or a {@link SearchProvider}. */
export type SlotFile = { default: ComponentType<never> } | { default: SearchProvider }
export type LazySlotFile = () => Promise<SlotFile>

/** What a module shows: pages by their path below its base path, and components for slots of other modules. */
export interface UiDefinition {
  /** `''` is the first page; `':id'` and the like as in react-router. */
  pages: Readonly<Record<string, LazyPart>>
  /** By the component's name in the manifest. Props come from the owner of the slot. */
  slots?: Readonly<Record<string, LazySlotFile>>
  locales: LocaleLoaders
}

/** What the shell hands to a module's lifecycles. */
export interface MountProps {
  host: Host
  module: ModuleInfo
  domElement: HTMLElement
  /** Called once when the mounted page dies of an error. */
  onCrash(error: unknown): void
}

/** What a module's entry exports. */
export interface ModuleExports {
  bootstrap(props: MountProps): Promise<void>
  /** Resolves when the first page stands in the document. */
  mount(props: MountProps): Promise<void>
  unmount(props: MountProps): Promise<void>
  slots: Readonly<Record<string, LazySlotFile>>
  locales: LocaleLoaders
}

/** Its effect runs when the page beside it is in the document, not before. */
function Ready({ done }: { done(): void }) {
  useEffect(done, [done])
  return null
}

/**
 * The lifecycles of a module's user interface.
 * @example export const { bootstrap, mount, unmount, slots, locales } = defineUi({
 *   pages: { '': () => import('./pages/notes-page') },
 *   locales: { en: () => import('./locales/en.json'), de: () => import('./locales/de.json') },
 * })
 */
export function defineUi({ pages, slots = {}, locales }: UiDefinition): ModuleExports {
  // By element, not in one variable: a cancelled mount may still be under way.
  const roots = new WeakMap<HTMLElement, Root>()
  const routes = Object.entries(pages).map(([path, load]) => ({ path: `/${path}`, Page: lazy(load) }))

  function render({ host, module, domElement, onCrash }: MountProps, done: () => void) {
    // No boundary around it: an uncaught error empties the root and calls this.
    const root = createRoot(domElement, { onUncaughtError: onCrash })
    roots.set(domElement, root)
    // No Suspense around the pages: once a fallback was committed, React holds the content back for 300 ms. Without one the
    // root waits uncommitted, and the router's transitions keep the page before.
    root.render(
      <Frame host={host} module={module}>
        <AppRouter basename={module.basePath}>
          <Routes>
            {routes.map(({ path, Page }) => (
              <Route key={path} path={path} element={<><Page /><Ready done={done} /></>} />
            ))}
            <Route path="*" element={<><NotFound /><Ready done={done} /></>} />
          </Routes>
        </AppRouter>
      </Frame>,
    )
  }

  return {
    slots,
    locales,
    bootstrap: ({ module }) => loadLabels(namespaceOf(module), locales),
    mount: (props) =>
      new Promise((resolve) => {
        render(props, resolve)
      }),
    unmount: ({ domElement }) => {
      roots.get(domElement)?.unmount()
      return Promise.resolve()
    },
  }
}
