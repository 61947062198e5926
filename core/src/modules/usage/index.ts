/**
 * Use and its limits, per organization and module: figures (`GET /api/v1/modules/usage`), quotas (`PUT …/quota`). A request is held to
 * its quota by request-quota.ts, jobs and files where they are started and kept: platform/jobs, platform/files.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page } from '@innoerp/sdk/contract'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { tenantErrors } from '../../services/tenant/errors.js'
import { createQuotaRepository } from './quota-repository.js'
import { Quota, QuotaBody, QuotaParams, UsageQuery, UsageRow } from './schemas.js'
import { readUsage } from './usage-repository.js'

const tags = ['modules']
const config = { access: 'super-admin' } as const
const quotaPath = '/api/v1/modules/organization/:org/:module_id/quota'

/** What each module uses for each organization, and what it may use at most; for super admins. */
export const usageRoutes = ({ platform }: { platform: Platform }): FastifyPluginAsyncTypebox => async (app) => {
  const { database, usage, bus, audit } = platform
  const quotas = createQuotaRepository(database.core)
  const found = async (quota: Quota | undefined, { org, module_id }: { org: string; module_id: string }): Promise<Quota> => {
    if (quota) return quota
    throw (await quotas.organizationExists(org)) ? tenantErrors.NOT_ASSIGNED({ values: { module_id } }) : tenantErrors.NOT_FOUND()
  }

  app.get(
    '/api/v1/modules/usage',
    { config, schema: { tags, summary: 'Figures of the last 24 hours', querystring: UsageQuery, response: { 200: Page(UsageRow) } } },
    async (request) => {
      await usage.flush()
      return readUsage(database.core, request.query)
    },
  )
  app.get(quotaPath, { config, schema: { tags, summary: 'What the module may use', params: QuotaParams, response: { 200: Quota } } }, async (request) =>
    found(await quotas.find(request.params.org, request.params.module_id), request.params),
  )
  app.put(
    quotaPath,
    { config, schema: { tags, summary: 'Say what the module may use', params: QuotaParams, body: QuotaBody, response: { 200: Quota } } },
    async (request) => {
      const { org, module_id } = request.params
      const quota = await database.core.transaction('platform', async (tx) => {
        const set = await found(await quotas.set(tx, { organizationId: org, moduleId: module_id }, request.body), request.params)
        const entry = { organizationId: org, action: 'module.quota.changed', target: { type: 'module', id: module_id }, data: { after: set } }
        await audit.append(tx, { ...auditFrom(serviceContext(request)), ...entry })
        return set
      })
      await bus.announce({ kind: 'organization', id: org })
      return quota
    },
  )
}
