import {
  createFormat,
  createHost,
  createStore,
  type Api,
  type Host,
  type ModuleExports,
  type Session,
  type WritableStore,
} from '@innoerp/sdk/ui'
import type { Feed } from '@innoerp/sdk/contract'
import { matchPath } from 'react-router'
import { navigateToUrl, start as startRouting } from 'single-spa'
import { authClient } from '../clients/auth'
import { tenantClient } from '../clients/tenant'
import type { Boot } from '../page/boot'
import { platformPages } from '../pages/super-admin/pages'
import { tenantPages } from '../pages/tenant-admin/pages'
import { pageNonce } from '../page/nonce'
import { createAuth, type Auth } from './auth'
import { createFeedStore, type FeedStore } from './feed/feed-store'
import { followFeed } from './feed/follow-feed'
import { askBeforeLeaving } from './leave'
import { loadShellLabels } from './labels'
import { createLoader, type Loader } from './modules/loader'
import { createModules } from './modules/modules'
import { createSlotRegistry } from './modules/slot-registry'
import { forgetPageInfo } from './page-info'
import type { PageTable } from './page-table'
import { sessionOfAdmin, sessionOfFeed } from './session'
import type { Shell } from './shell-context'

/** What the server says about the person, before anything can be drawn. */
interface FirstAnswer {
  session: Session
  feed: Feed | null
}

async function askServer(api: Api, { area, locale }: Boot): Promise<FirstAnswer> {
  if (area === 'admin') return { session: sessionOfAdmin(await authClient(api).me(), locale), feed: null }
  const feed = await tenantClient(api).feed()
  return { session: sessionOfFeed(feed, locale), feed }
}

/** The code of the page that the address means: it travels while the server is asked. */
const loadPage = ({ pages }: PageTable) => pages.find(({ path }) => matchPath(path, location.pathname))?.load()

/**
 * Opens the session, loads what the first page needs, and starts the routing between modules.
 * @returns null when there is no session: the page is on its way to sign-in
 * @throws ApiError when the server cannot say who is here
 */
export async function startShell(boot: Boot): Promise<Shell | null> {
  const table = boot.area === 'admin' ? platformPages : tenantPages
  const auth = createAuth()
  const known: { session?: WritableStore<Session> } = {}
  const count = (value: number) => (known.session ? createFormat(known.session.get().format).number(value) : String(value))
  const labels = loadShellLabels(boot.locale, table.locales, count)
  const page = loadPage(table)
  if (!(await auth.api.tokens?.token())) return null
  const [first] = await Promise.all([askServer(auth.api, boot), labels, page])
  const session = (known.session = createStore(first.session))
  return connect({ boot, table, auth, session, first: first.feed })
}

interface Parts {
  boot: Boot
  table: PageTable
  auth: Auth
  session: WritableStore<Session>
  /** The first feed; null in the platform's administration. */
  first: Feed | null
}

/** Wires the parts to one another and follows the feed. */
function connect({ boot, table, auth, session, first }: Parts): Shell {
  const slots = createSlotRegistry()
  const feed = createFeedStore()
  const loader = createLoader(pageNonce(), boot.deadline_ms)
  const host = createHost({
    area: boot.area === 'admin' ? 'admin' : 'tenant',
    session,
    api: auth.api,
    schemeCookie: boot.scheme_cookie,
    slots,
    load: (id, fresh) => loadEnabled({ feed, loader }, id, fresh),
    go: (href) => navigateToUrl(href),
    report: (module, error) => console.error(`[${module}]`, error),
  })
  const stage = createStage()
  const modules = createModules({ host, loader, stage, milliseconds: boot.deadline_ms })

  function apply(next: Feed) {
    feed.set(next)
    slots.set(next)
    session.set(sessionOfFeed(next, boot.locale))
    void modules.apply(next.modules)
  }
  if (first) apply(first)
  askBeforeLeaving(host)
  forgetPageInfo(host)
  startRouting()
  if (first) followFeed({ api: auth.api, userId: first.user.id, apply })
  return { boot, host, feed, table, stage, signOut: () => signOut(host, auth) }
}

function createStage(): HTMLElement {
  const stage = document.createElement('div')
  stage.className = 'shell-stage'
  return stage
}

function loadEnabled({ feed, loader }: { feed: FeedStore; loader: Loader }, id: string, fresh?: boolean): Promise<ModuleExports> {
  const module = feed.module(id)
  return module ? loader.load(module, fresh) : Promise.reject(new Error(`${id} is not enabled`))
}

/** Unsaved input may be kept, so it is asked for first. */
async function signOut({ dirty }: Host, auth: Auth): Promise<void> {
  if (await dirty.mayLeave()) await auth.signOut()
}
