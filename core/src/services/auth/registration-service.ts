import type { UserType } from '@innoerp/sdk/contract'
import { auditFrom, tenantOf, type PublicContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { createAccount } from '../user/accounts.js'
import type { InvitationService } from '../user/invitation-service.js'
import { authErrors } from './errors.js'
import type { Passwords } from './passwords.js'
import type { SessionOwner } from './session-repository.js'
import type { VerificationService } from './verification-service.js'

export interface Registration {
  email: string
  username: string
  password: string
  first_name?: string
  last_name?: string
  organization_id?: string
  invitation_token?: string
}
export interface RegistrationDeps {
  platform: Platform
  passwords: Passwords
  invitations: Pick<InvitationService, 'read' | 'accept'>
  verifications: VerificationService
}
/** How people make their own account: with an invitation, or where the organization opted in. */
export interface RegistrationService {
  /** @throws AUTH_REGISTRATION_CLOSED (403), AUTH_INVALID_CREDENTIALS (401) for another organization's id */
  register(ctx: PublicContext, input: Registration): Promise<SessionOwner>
}

/** Whoever lets themselves in sees what was shared with them, and nothing else. */
const OPEN_TYPE: UserType = 'client'

export function createRegistrationService({ platform, passwords, invitations, verifications }: RegistrationDeps): RegistrationService {
  const { database, audit, bus } = platform
  return {
    register: async (ctx, input) => {
      const { organization } = tenantOf(ctx)
      if (input.organization_id !== undefined && input.organization_id !== organization.id) throw authErrors.INVALID_CREDENTIALS()
      const { username, password, first_name, last_name, invitation_token } = input
      const email = input.email.toLowerCase()
      if (invitation_token !== undefined) {
        const invited = await invitations.read(ctx, invitation_token)
        if (invited.email.toLowerCase() !== email) throw authErrors.REGISTRATION_CLOSED()
        const user = await invitations.accept(ctx, invitation_token, { password, username, ...(first_name && { first_name }), ...(last_name && { last_name }) })
        return { id: user.id, email, organization_id: organization.id }
      }
      const scope = { organizationId: organization.id }
      const [settings] = await database.core.run<{ registration: string }>(scope, 'select registration from tenant.organizations where id = $1', [organization.id])
      if (settings?.registration !== 'open') throw authErrors.REGISTRATION_CLOSED()
      passwords.check(password, { email })
      const password_hash = await passwords.hash(password)
      const user = await database.core.transaction(scope, async (tx) => {
        const made = await createAccount(platform, tx, { organization_id: organization.id, email, password_hash, user_type: OPEN_TYPE, username, first_name: first_name ?? null, last_name: last_name ?? null })
        await verifications.begin(tx, { user_id: made.id, email, organization })
        await audit.append(tx, { ...auditFrom(ctx), actor: made, action: 'user.registered', target: { type: 'user', id: made.id } })
        return made
      })
      await bus.announce({ kind: 'user', id: user.id })
      return { id: user.id, email, organization_id: organization.id }
    },
  }
}
