import type { Static } from '@innoerp/sdk/contract'
import { newId } from '@innoerp/sdk/server'
import { violates } from '../../platform/errors/violates.js'
import { auditFrom, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { tenantErrors } from './errors.js'
import type { SignUpBody } from './schemas.js'

type Input = Static<typeof SignUpBody>
/** Somebody who would like an organization (settings: sign-up by approval). */
export interface SignUpRequest {
  id: string
  business_name: string
  subdomain: string
  owner_email: string
  owner_name: string
  industry_code: string | null
  status: 'pending' | 'approved' | 'rejected'
  created_at: string
  decided_at: string | null
}
export interface SignUpRequests {
  /** @throws TENANT_SUBDOMAIN_TAKEN (409) when another open request asks for the same address */
  add(input: Input, secret: { passwordHash: string }): Promise<{ id: string; status: 'pending' }>
  list(): Promise<SignUpRequest[]>
  /** @throws TENANT_REQUEST_NOT_FOUND (404) when it is not open */
  decide(ctx: ServiceContext, id: string, status: 'approved' | 'rejected'): Promise<{ input: Input; passwordHash: string }>
}

const INSERT = `insert into tenant.signup_requests (id, business_name, subdomain, owner_email, owner_name, password_hash, industry_code, conventions) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`
const DECIDE = `update tenant.signup_requests set status = $2, decided_by = $3, decided_at = now() where id = $1 and status = 'pending'
  returning business_name, subdomain, owner_email, owner_name, password_hash, industry_code, conventions`
const LIST = 'select id, business_name, subdomain, owner_email, owner_name, industry_code, status, created_at, decided_at from tenant.signup_requests order by created_at desc, id limit 1000'

export const createSignUpRequests = ({ database: { core }, audit }: Platform): SignUpRequests => ({
  list: () => core.run<SignUpRequest>('platform', LIST),
  add: async (input, { passwordHash }) => {
    const { business_name, subdomain, owner_email, owner_name, industry_code, locale, time_zone, currency, country } = input
    const id = newId()
    const conventions = JSON.stringify({ locale, time_zone, currency, country })
    await core.run('platform', INSERT, [id, business_name, subdomain, owner_email.toLowerCase(), owner_name, passwordHash, industry_code, conventions]).catch((error: unknown) => {
      throw violates(error, 'signup_requests_open') ? tenantErrors.SUBDOMAIN_TAKEN({ values: { subdomain } }) : error
    })
    return { id, status: 'pending' }
  },
  decide: (ctx, id, status) =>
    core.transaction('platform', async (tx) => {
      const [row] = await core.run<Input & { password_hash: string; conventions: Partial<Input> }>(tx, DECIDE, [id, status, ctx.caller.id])
      if (!row) throw tenantErrors.REQUEST_NOT_FOUND()
      await audit.append(tx, { ...auditFrom(ctx), action: `signup.${status}`, target: { type: 'signup_request', id }, data: { subdomain: row.subdomain } })
      const { password_hash, conventions, business_name, subdomain, owner_email, owner_name, industry_code } = row
      return { passwordHash: password_hash, input: { business_name, subdomain, owner_email, owner_name, password: '', ...(industry_code && { industry_code }), ...conventions } }
    }),
})
