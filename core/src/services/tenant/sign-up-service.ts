import type { PlatformEventData, PlatformTopic, Static } from '@innoerp/sdk/contract'
import { newId } from '@innoerp/sdk/server'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import type { PublicContext, ServiceContext } from '../../platform/http/service-context.js'
import { violates } from '../../platform/errors/violates.js'
import { throttle } from '../../platform/limits/throttle.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import type { Passwords } from '../auth/passwords.js'
import type { VerificationService } from '../auth/verification-service.js'
import { createAccount } from '../user/accounts.js'
import type { AssignmentRepository } from './assignment-repository.js'
import type { Catalogue } from './catalogue-port.js'
import { assertConventions } from './conventions.js'
import { tenantErrors } from './errors.js'
import type { IndustryRepository, IndustryRow, TemplateRow } from './industry-repository.js'
import type { OrganizationRepository } from './organization-repository.js'
import type { SignUpAnswer, SignUpBody } from './schemas.js'
import type { SignUpRequests } from './sign-up-requests.js'
import { normalized, subdomainProblem } from './subdomains.js'

const HOUR_MS = 3_600_000
type Input = Static<typeof SignUpBody>
type Answer = Static<typeof SignUpAnswer>
/** Sign-up waits for a super admin. */
export interface Pending {
  request: { id: string; status: 'pending' }
}

export interface SignUpDeps {
  platform: Platform
  catalogue: Catalogue
  passwords: Passwords
  organizations: OrganizationRepository
  industries: IndustryRepository
  assignments: AssignmentRepository
  verifications: VerificationService
  requests: SignUpRequests
}
export interface SignUpService {
  check(subdomain: string): Promise<{ available: boolean; subdomain: string; message: string }>
  /** The organization, its first administrator and the modules of its industry, all or nothing. */
  signUp(ctx: PublicContext, input: Input): Promise<Answer | Pending>
  /** Does what was asked for when sign-up needed approval. */
  approve(ctx: ServiceContext, id: string): Promise<Answer>
}

export function createSignUpService(deps: SignUpDeps): SignUpService {
  const { platform, catalogue, passwords, organizations, industries, requests } = deps
  const { config, limits, database, bus } = platform
  const log = platform.logs.logger('tenant-service', 'sign-up')

  const assertFree = async (subdomain: string): Promise<void> => {
    if (subdomainProblem(subdomain)) throw tenantErrors.SUBDOMAIN_RESERVED({ values: { subdomain } })
    if (await organizations.isTaken(subdomain)) throw tenantErrors.SUBDOMAIN_TAKEN({ values: { subdomain } })
  }
  const signUp = async (ctx: PublicContext, input: Input): Promise<Answer | Pending> => {
    if (platform.settings.current().signup === 'closed') throw tenantErrors.SIGNUP_CLOSED({ values: { support: platform.settings.current().support_email } })
    await throttle(limits, `signup:${ctx.address}`, { max: config.limits.signUpsAnHour, windowMs: HOUR_MS })
    assertConventions(input)
    await assertFree(input.subdomain)
    const { industry, template } = await industryOf(industries, input.industry_code)
    passwords.check(input.password, { email: input.owner_email })
    const passwordHash = await passwords.hash(input.password)
    if (platform.settings.current().signup === 'approval') return { request: await requests.add(input, { passwordHash }) }
    return found(ctx, input, { passwordHash, industry, template })
  }
  /** Makes the organization, by whomever it was allowed. */
  const found = async (ctx: PublicContext, input: Input, { passwordHash, industry, template }: { passwordHash: string; industry: IndustryRow | undefined; template: TemplateRow[] }): Promise<Answer> => {
    const id = newId()
    const wanted = template.filter((row) => row.is_required && catalogue.get(row.module_id)?.is_active)
    const answer = await database.core
      .transaction({ organizationId: id }, (tx) => create(tx, deps, { ctx, id, input, industry, passwordHash, wanted }))
      .catch((error: unknown) => {
        // Two at the same moment: the unique index decides.
        if (violates(error, 'organizations_subdomain_key') || violates(error, 'organizations_slug_key')) throw tenantErrors.SUBDOMAIN_TAKEN({ values: { subdomain: input.subdomain } })
        throw error
      })
    await bus.announce({ kind: 'organization', id, subdomain: input.subdomain })
    return answer
  }
  return {
    check: (given) => check(organizations, given),
    approve: async (ctx, id) => {
      const { input, passwordHash } = await requests.decide(ctx, id, 'approved')
      await assertFree(input.subdomain)
      return found(ctx, input, { passwordHash, ...(await industryOf(industries, input.industry_code)) })
    },
    signUp: logged({ log, action: 'signup', fields: (_ctx: PublicContext, { owner_email }: Input) => ({ username: owner_email }) }, signUp),
  }
}

async function check(organizations: OrganizationRepository, given: string): ReturnType<SignUpService['check']> {
  const subdomain = normalized(given)
  const problem = subdomainProblem(subdomain)
  if (problem) return { available: false, subdomain, message: problem }
  const isTaken = await organizations.isTaken(subdomain)
  return { available: !isTaken, subdomain, message: isTaken ? 'This address is taken. Choose another one.' : 'This address is free.' }
}

async function industryOf(industries: IndustryRepository, code: string | undefined): Promise<{ industry: IndustryRow | undefined; template: TemplateRow[] }> {
  if (code === undefined) return { industry: undefined, template: [] }
  const [industry, template] = await Promise.all([industries.find(code), industries.template(code)])
  if (!industry) throw tenantErrors.UNKNOWN_INDUSTRY({ values: { code }, details: [{ field: 'industry_code', message: 'There is no such industry.' }] })
  return { industry, template }
}

interface Creation {
  ctx: PublicContext
  id: string
  input: Input
  industry: IndustryRow | undefined
  passwordHash: string
  wanted: TemplateRow[]
}

async function create(tx: CoreTransaction, deps: SignUpDeps, { ctx, id, input, industry, passwordHash, wanted }: Creation): Promise<Answer> {
  const { platform, catalogue, organizations, assignments, verifications } = deps
  const organization = await organizations.insert(tx, {
    id,
    name: input.business_name.trim(),
    slug: input.subdomain,
    subdomain: input.subdomain,
    trial_days: platform.settings.current().trial_days,
    owner_email: input.owner_email.toLowerCase(),
    owner_name: input.owner_name,
    industry_code: industry?.industry_code ?? null,
    industry_name: industry?.industry_name ?? null,
    locale: input.locale ?? 'en-GB',
    time_zone: input.time_zone ?? 'UTC',
    currency: input.currency ?? 'EUR',
    country: input.country ?? 'DE',
  })
  const [first = '', ...rest] = input.owner_name.trim().split(/\s+/)
  const user = await createAccount(platform, tx, {
    organization_id: id,
    email: input.owner_email.toLowerCase(),
    password_hash: passwordHash,
    user_type: 'admin',
    first_name: first,
    last_name: rest.join(' ') || null,
  })
  await verifications.begin(tx, { user_id: user.id, email: user.email, organization })
  for (const { module_id, default_config, display_order } of wanted) {
    await assignments.insert(tx, { organization_id: id, module_id, config: default_config, display_order })
  }
  const { name, slug, subdomain, owner_email, industry_code } = organization
  const publish = <T extends PlatformTopic>(topic: T, data: PlatformEventData<T>) => platform.events.publish(tx, { topic, organization_id: id, user_id: user.id, data })
  await publish('tenant.created', { organization_id: id, name, slug, subdomain, owner_email, industry_code })
  if (wanted.length > 0) await publish('module.assigned', { organization_id: id, module_ids: wanted.map((row) => row.module_id), by: user.id })
  await platform.audit.append(tx, { organizationId: id, actor: user, request: ctx, action: 'tenant.created', target: { type: 'organization', id }, data: { after: { name, subdomain, owner_email, industry_code } } })
  const modules = wanted.map(({ module_id }) => ({ module_id, version: catalogue.get(module_id)?.version ?? '', is_enabled: true }))
  return { organization, user: { ...user, organization_id: id }, modules }
}
