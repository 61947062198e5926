import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, type Static } from '@innoerp/sdk/contract'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { scopeOf, serviceContext, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { readPage, type PagedQuery } from '../../platform/database/paged.js'
import { AuditQuery, AuditRow, AuditVerification, JobRow, PlainQuery } from './schemas.js'

type Query = Static<typeof AuditQuery>
const config = { access: 'signed-in' } as const
const contains = (column: string) => (value: string) => `${column} ilike '%' || replace(replace(replace(${value}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`

const AUDIT_SELECT = 'a.id, a.at, a.actor_id, p.actor_email, a.action, a.organization_id, a.target_type, a.target_id, p.ip, p.user_agent, a.request_id, p.data'
const AUDIT_FROM = 'platform.audit_log a left join platform.audit_personal p on p.id = a.id'
const auditList = ({ search, actor, action, from, to }: Query): PagedQuery => ({
  select: AUDIT_SELECT,
  from: AUDIT_FROM,
  where: [
    { value: search || undefined, sql: contains(`concat_ws(' ', a.action, a.target_type, a.target_id, p.actor_email, p.ip, p.data::text)`) },
    { value: actor, sql: (value) => `(a.actor_id::text = ${value} or lower(p.actor_email) = lower(${value}))` },
    { value: action, sql: (value) => `a.action = ${value}` },
    { value: from, sql: (value) => `a.at >= ${value}::timestamptz` },
    { value: to, sql: (value) => `a.at <= ${value}::timestamptz` },
  ],
  order: 'a.at desc, a.id desc',
})
const jobList = (search: string | undefined): PagedQuery => ({
  select: 'id, organization_id, module_id, name, state, attempts, max_attempts, error, run_at, created_at, finished_at',
  from: 'platform.jobs',
  where: [{ value: search || undefined, sql: contains(`concat_ws(' ', module_id, name, state, error)`) }],
  order: 'created_at desc, id desc',
})

/** Who did what, and the work that goes on apart from requests: administrators see their organization's, super admins everybody's. */
export const trailRoutes =
  ({ database, audit }: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/audit', { config, schema: { tags: ['audit'], summary: 'The audit trail, newest first', querystring: AuditQuery, response: { 200: Page(AuditRow) } } }, async (request) =>
      readPage({ db: database.core, scope: scopeOf(administrator(serviceContext(request))) }, auditList(request.query), request.query),
    )
    app.get('/api/v1/audit/verify', { config: { access: 'super-admin' }, schema: { tags: ['audit'], summary: 'Read the whole chain of hashes', response: { 200: AuditVerification } } }, () => audit.verify())
    app.get('/api/v1/jobs', { config, schema: { tags: ['jobs'], summary: 'Jobs, newest first', querystring: PlainQuery, response: { 200: Page(JobRow) } } }, async (request) =>
      readPage({ db: database.core, scope: scopeOf(administrator(serviceContext(request))) }, jobList(request.query.search), request.query),
    )
  }

function administrator(ctx: ServiceContext): ServiceContext {
  if (!ctx.caller.is_superuser && ctx.caller.user_type !== 'admin') throw requestErrors.FORBIDDEN({ values: { permission: 'administration' } })
  return ctx
}
