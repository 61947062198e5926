import type { PlatformTopic, Static } from '@innoerp/sdk/contract'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import { auditFrom, type ServiceContext } from '../../platform/http/service-context.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import type { AssignmentRepository, AssignmentRow } from './assignment-repository.js'
import type { Catalogue } from './catalogue-port.js'
import { isCorePart } from './core-modules.js'
import { tenantErrors } from './errors.js'
import type { OrganizationRepository } from './organization-repository.js'
import type { Assignment, AssignmentPatch } from './schemas.js'

type Shown = Static<typeof Assignment>
type Config = Record<string, unknown>
export interface AssignmentDeps {
  platform: Platform
  catalogue: Catalogue
  organizations: OrganizationRepository
  assignments: AssignmentRepository
}
export interface AssignmentKey {
  organizationId: string
  moduleId: string
}
/** Super admins give modules to organizations and take them back; data is kept all the while. */
export interface AssignmentService {
  list(organizationId: string): Promise<Shown[]>
  assign(ctx: ServiceContext, key: AssignmentKey, config?: Config): Promise<Shown>
  unassign(ctx: ServiceContext, key: AssignmentKey): Promise<void>
  change(ctx: ServiceContext, key: AssignmentKey, values: Static<typeof AssignmentPatch>): Promise<Shown>
}

const MAX_CONFIG = 16 * 1024

export function createAssignmentService(deps: AssignmentDeps): AssignmentService {
  const { platform, catalogue, organizations, assignments } = deps
  const log = platform.logs.logger('tenant-service', 'modules')
  const fields = ({ caller }: ServiceContext, { organizationId }: AssignmentKey, ..._rest: unknown[]) => ({ username: caller.email, user_id: caller.id, organization_id: organizationId })

  const assertOrganization = async (id: string): Promise<void> => {
    if (!(await organizations.find('platform', id))) throw tenantErrors.NOT_FOUND()
  }
  const inOne = inOneTransaction(platform)
  return {
    list: async (organizationId) => {
      await assertOrganization(organizationId)
      return (await assignments.list(organizationId)).map((row) => shown(row, catalogue))
    },
    assign: logged({ log, action: 'assign_module', fields }, async (ctx: ServiceContext, key: AssignmentKey, config: Config = {}) => {
      await assertOrganization(key.organizationId)
      assertAssignable(catalogue, key.moduleId)
      assertSmall(config)
      const display_order = await assignments.templateOrder(key.organizationId, key.moduleId)
      return inOne(ctx, key, async (tx) => {
        const made = await assignments.insert(tx, { organization_id: key.organizationId, module_id: key.moduleId, config, display_order })
        const row = made ?? (await assignments.find(tx, key.organizationId, key.moduleId))
        return [shown(row as AssignmentRow, catalogue), made && 'module.assigned', { config }]
      })
    }),
    unassign: logged({ log, action: 'unassign_module', fields }, async (ctx: ServiceContext, key: AssignmentKey) => {
      await assertOrganization(key.organizationId)
      if (isCorePart(key.moduleId)) throw tenantErrors.CORE_MODULE({ values: { module_id: key.moduleId } })
      await inOne(ctx, key, async (tx) => {
        if (!(await assignments.remove(tx, key.organizationId, key.moduleId))) throw tenantErrors.NOT_ASSIGNED({ values: { module_id: key.moduleId } })
        return [undefined, 'module.unassigned']
      })
    }),
    change: logged({ log, action: 'change_assignment', fields }, async (ctx: ServiceContext, key: AssignmentKey, values: Static<typeof AssignmentPatch>) => {
      await assertOrganization(key.organizationId)
      assertSmall(values.config ?? {})
      return inOne(ctx, key, async (tx) => {
        const row = await assignments.change(tx, key, values)
        if (!row) throw tenantErrors.NOT_ASSIGNED({ values: { module_id: key.moduleId } })
        return [shown(row, catalogue), topicOf(values), values]
      })
    }),
  }
}

/** A change, its event and its audit entry are one transaction; every instance knows before the answer. */
const inOneTransaction =
  (platform: Platform) =>
  async <T>(ctx: ServiceContext, { organizationId, moduleId }: AssignmentKey, work: (tx: CoreTransaction) => Promise<[T, AssignmentTopic | undefined, Config?]>): Promise<T> => {
    const result = await platform.database.core.transaction('platform', async (tx) => {
      const [value, topic, data = {}] = await work(tx)
      const about = { module_id: moduleId, organization_id: organizationId, by: ctx.caller.id, ...data }
      if (topic) {
        await platform.events.publish(tx, { topic, organization_id: organizationId, user_id: ctx.caller.id, data: about })
        await platform.audit.append(tx, { ...auditFrom(ctx), organizationId, action: topic, target: { type: 'module', id: moduleId }, data })
      }
      return value
    })
    await platform.bus.announce({ kind: 'organization', id: organizationId })
    return result
  }

type AssignmentTopic = Extract<PlatformTopic, `module.${'assigned' | 'unassigned' | 'enabled' | 'disabled' | 'config.updated'}`>

function topicOf({ is_enabled }: Static<typeof AssignmentPatch>): AssignmentTopic {
  if (is_enabled === undefined) return 'module.config.updated'
  return is_enabled ? 'module.enabled' : 'module.disabled'
}

/** @throws TENANT_CORE_MODULE (422), TENANT_UNKNOWN_MODULE (404), TENANT_INACTIVE_MODULE (400) */
export function assertAssignable(catalogue: Catalogue, moduleId: string): void {
  if (isCorePart(moduleId)) throw tenantErrors.CORE_MODULE({ values: { module_id: moduleId } })
  const entry = catalogue.get(moduleId)
  if (!entry) throw tenantErrors.UNKNOWN_MODULE({ values: { module_id: moduleId } })
  if (!entry.is_active) throw tenantErrors.INACTIVE_MODULE({ values: { module_id: moduleId } })
}

function assertSmall(config: Config): void {
  if (Buffer.byteLength(JSON.stringify(config)) > MAX_CONFIG) throw tenantErrors.CONFIG_TOO_LARGE()
}

function shown(row: AssignmentRow, catalogue: Catalogue): Shown {
  const { module_id, version_range } = row
  const entry = catalogue.get(module_id)
  return {
    ...row,
    module_name: entry?.module_name ?? module_id,
    icon: entry?.icon ?? '',
    color: entry?.color ?? '',
    version: catalogue.resolve(module_id, version_range) ?? '',
  }
}
