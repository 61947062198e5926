import { auditFrom, tenantOf, type ServiceContext } from '../../platform/http/service-context.js'
import { throttle } from '../../platform/limits/throttle.js'
import { layOut, type MailContent } from '../../platform/mail/layout.js'
import type { Platform } from '../../platform/platform.js'
import type { Catalogue, CatalogueEntry } from './catalogue-port.js'
import { tenantErrors } from './errors.js'

const LIMIT = { max: 20, windowMs: 3_600_000 }
const RECIPIENTS = 'select email from users.users where is_superuser and is_active order by created_at limit 20'

export interface ModuleRequest {
  module_id: string
  /** What it is wanted for. */
  message?: string
}
/** Administrators ask the platform's for a module: by mail, since a person decides. */
export interface ModuleRequests {
  /** @throws TENANT_UNKNOWN_MODULE (404), TENANT_INACTIVE_MODULE (400), TENANT_ASSIGNED (409), REQUEST_THROTTLED (429) */
  ask(ctx: ServiceContext, request: ModuleRequest): Promise<void>
}

export function createModuleRequests({ platform, catalogue }: { platform: Platform; catalogue: Catalogue }): ModuleRequests {
  const { database: { core }, mail, audit, limits, origins } = platform
  return {
    ask: async (ctx, { module_id, message = '' }) => {
      const { organization, modules } = tenantOf(ctx)
      const entry = catalogue.get(module_id)
      if (!entry) throw tenantErrors.UNKNOWN_MODULE({ values: { module_id } })
      if (!entry.is_active) throw tenantErrors.INACTIVE_MODULE({ values: { module_id } })
      if (modules.has(module_id)) throw tenantErrors.ASSIGNED({ values: { module_id } })
      await throttle(limits, `module-request:${organization.id}`, LIMIT)
      const content = words(entry, { organization: organization.name, by: ctx.caller.email, message, url: `${origins.admin}/super-admin/tenants/${organization.id}/modules` })
      await core.transaction('platform', async (tx) => {
        for (const { email } of await core.run<{ email: string }>(tx, RECIPIENTS)) await mail.send(tx, { to: email, ...layOut(content) })
        await audit.append(tx, { ...auditFrom(ctx), action: 'module.requested', target: { type: 'module', id: module_id }, data: { message } })
      })
    },
  }
}

interface Asking {
  organization: string
  by: string
  message: string
  url: string
}

const words = ({ module_name: name }: CatalogueEntry, { organization, by, message, url }: Asking): MailContent => ({
  subject: `${organization} asks for ${name}`,
  paragraphs: [`${by} would like ${organization} to have the module ${name}.`, ...(message ? [`“${message}”`] : [])],
  action: 'Open the modules of this organization',
  url,
  name: 'innoERP',
  language: 'en',
})
