import type { CoreTransaction } from '../../platform/database/core-db.js'
import { auditFrom, type PublicContext, type ServiceContext } from '../../platform/http/service-context.js'
import { layOut } from '../../platform/mail/layout.js'
import { throttle } from '../../platform/limits/throttle.js'
import type { Platform } from '../../platform/platform.js'
import { findById, scopeOfRealm, verifyEmail } from './account-repository.js'
import { authErrors } from './errors.js'
import { accountMail, languageOf } from './mails.js'
import type { OneTimeTokens } from './one-time-tokens.js'
import { realmOf } from './realm.js'

const RESEND_LIMIT = { max: 5, windowMs: 60 * 60_000 }

/** Where a person belongs, as far as a mail has to know. */
export interface Addressee {
  user_id: string
  email: string
  organization: { id: string; name: string; subdomain: string; locale: string }
}
/** E-mail addresses that their owners confirmed. Only a mailed token does it (DECISIONS 2). */
export interface VerificationService {
  /** Mails a link, in the transaction that made the account or changed its address. */
  begin(tx: CoreTransaction, addressee: Addressee): Promise<void>
  /** Does nothing where the address is verified. @throws REQUEST_THROTTLED (429) */
  resend(ctx: ServiceContext): Promise<void>
  /** @throws AUTH_TOKEN_INVALID (422) */
  verify(ctx: PublicContext, token: string): Promise<void>
}

export function createVerificationService({ platform, oneTime }: { platform: Platform; oneTime: OneTimeTokens }): VerificationService {
  const { database, mail, origins, audit, config, limits } = platform
  const begin: VerificationService['begin'] = async (tx, { user_id, email, organization }) => {
    const token = await oneTime.issue(tx, 'email_verification', { user_id, organization_id: organization.id, email })
    const url = `${origins.tenant(organization.subdomain)}/verify-email?token=${token}`
    const content = accountMail('verify', { language: languageOf(organization.locale), name: organization.name, url })
    await mail.send(tx, { organization_id: organization.id, to: email, ...layOut(content) })
  }
  return {
    begin,
    resend: async (ctx) => {
      if (ctx.site?.kind !== 'tenant') return
      await throttle(limits, `verification:${ctx.caller.id}`, RESEND_LIMIT)
      const { organization } = ctx.site.tenant
      const account = await findById(database.core, organization.id, ctx.caller.id)
      if (!account || account.email_verified_at !== null) return
      await database.core.transaction(scopeOfRealm(organization.id), (tx) => begin(tx, { user_id: account.id, email: account.email, organization }))
    },
    verify: async (ctx, token) => {
      const realm = realmOf(config, ctx)
      await database.core.transaction(scopeOfRealm(realm), async (tx) => {
        const holder = await oneTime.use(tx, 'email_verification', { token, realm })
        // A token for an address that was changed since says nothing about the new one.
        if (!holder || !(await verifyEmail(database.core, tx, { id: holder.user_id, email: holder.email }))) throw authErrors.TOKEN_INVALID()
        await audit.append(tx, { ...auditFrom(ctx), actor: { id: holder.user_id, email: holder.email }, action: 'email.verified', target: { type: 'user', id: holder.user_id } })
      })
    },
  }
}
