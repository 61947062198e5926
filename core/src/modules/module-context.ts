import type { Context, Log, OrganizationContext, UserContext } from '@innoerp/sdk/contract'
import type { TenantDb } from '@innoerp/sdk/server'

/** What is the same for every request of one person in one module version; kept with the session. */
export interface ContextBase {
  organization: OrganizationContext
  user: UserContext
  permissions: ReadonlySet<string>
  config: Readonly<Record<string, unknown>>
  settings: Readonly<Record<string, unknown>>
  /** Keys of the feature flags that are on. */
  flags: ReadonlySet<string>
  db: TenantDb
  log: Log
}

/** The context of one request. Cheap to make: a request on the hot path makes one. */
export class ModuleContext implements Context {
  readonly base: ContextBase
  readonly requestId: string
  readonly organization: OrganizationContext
  readonly user: UserContext
  readonly permissions: ReadonlySet<string>
  private readonly onGone: ((abort: () => void) => void) | undefined
  private controller: AbortController | undefined

  constructor(base: ContextBase, { requestId, onGone }: { requestId: string; onGone?: (abort: () => void) => void }) {
    this.base = base
    this.requestId = requestId
    this.organization = base.organization
    this.user = base.user
    this.permissions = base.permissions
    this.onGone = onGone
  }

  get log(): Log {
    return this.base.log
  }

  get config(): Readonly<Record<string, unknown>> {
    return this.base.config
  }

  get settings(): Readonly<Record<string, unknown>> {
    return this.base.settings
  }

  get signal(): AbortSignal {
    if (!this.controller) {
      const controller = new AbortController()
      this.onGone?.(() => controller.abort())
      this.controller = controller
    }
    return this.controller.signal
  }

  can(permission: string): boolean {
    return this.permissions.has(permission)
  }

  flag(key: string): boolean {
    return this.base.flags.has(key)
  }

  transaction<T>(work: (tx: Context) => Promise<T>): Promise<T> {
    return this.base.db.transaction(this, work)
  }
}
