import { createQueryClient } from '../api/query-client.js'
import type { Api } from '../api/client.js'
import { setApi } from '../api/current-api.js'
import { createCommandStore } from './command-store.js'
import { createDirtyGuard } from './dirty-guard.js'
import type { Host, PageInfo, Session, SlotRegistry } from './host-context.js'
import { createKitCache, pageNonce } from './nonce.js'
import { createSchemeStore } from './scheme.js'
import { createStore, type Store } from './store.js'
import { createKitTheme } from './theme.js'
import { createToastStore } from './toast-store.js'

export interface HostInit {
  area: Host['area']
  session: Store<Session>
  api: Api
  schemeCookie: string
  slots: SlotRegistry
  load: Host['load']
  /** Changes the address without asking anything. */
  go(href: string): void
  report: Host['report']
}

/** Makes the page's {@link Host} around the shell's own parts, and gives its client to every resource. */
export function createHost({ area, session, api, schemeCookie, slots, load, go, report }: HostInit): Host {
  const nonce = pageNonce()
  const dirty = createDirtyGuard()
  setApi(api)
  return {
    area,
    session,
    api,
    slots,
    load,
    report,
    nonce,
    dirty,
    scheme: createSchemeStore(schemeCookie),
    cache: createKitCache(nonce),
    theme: createKitTheme(document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'),
    queries: createQueryClient(),
    page: createStore<PageInfo | null>(null),
    toasts: createToastStore(),
    commands: createCommandStore(),
    async navigate(href) {
      const allowed = await dirty.mayLeave()
      if (allowed) go(href)
      return allowed
    },
  }
}
