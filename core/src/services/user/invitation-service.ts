import { RANK, USER_TYPES, type ListParams, type PageOf, type Static, type UserType } from '@innoerp/sdk/contract'
import { auditFrom, scopeOf, tenantOf, type PublicContext, type ServiceContext } from '../../platform/http/service-context.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import { layOut } from '../../platform/mail/layout.js'
import { languageOf } from '../auth/mails.js'
import type { Passwords } from '../auth/passwords.js'
import { createAccount } from './accounts.js'
import { userErrors } from './errors.js'
import { invitationMail } from './invitation-mail.js'
import type { InvitationRepository } from './invitation-repository.js'
import type { Acceptance, Invitation, InvitationInfo, NewInvitation, User } from './schemas.js'

export interface InvitationServiceDeps {
  platform: Pick<Platform, 'database' | 'events' | 'bus' | 'logs' | 'audit' | 'mail' | 'origins'>
  invitations: InvitationRepository
  passwords: Passwords
}

/** How people come into an organization. Errors: USER_RANK (403), USER_INVITATION_NOT_FOUND (404). */
export interface InvitationService {
  /** @throws USER_ALREADY_MEMBER (400), USER_ALREADY_PENDING (400) */
  invite(ctx: ServiceContext, draft: NewInvitation): Promise<Invitation>
  list(ctx: ServiceContext, params: ListParams): Promise<PageOf<Invitation>>
  /** @throws USER_INVITATION_NOT_PENDING (409) */
  revoke(ctx: ServiceContext, id: string): Promise<void>
  /** What the holder of a link may know. */
  read(ctx: PublicContext, token: string): Promise<Static<typeof InvitationInfo>>
  /** Makes the account, once. @throws USER_INVITATION_ENDED (400), AUTH_WEAK_PASSWORD (422), USER_EMAIL_TAKEN (409) */
  accept(ctx: PublicContext, token: string, acceptance: Acceptance): Promise<User>
}

export function createInvitationService(deps: InvitationServiceDeps): InvitationService {
  const { platform, invitations } = deps
  const log = platform.logs.logger('user-service', 'invitations')
  const fields = (ctx: PublicContext) => ({ request_id: ctx.requestId })
  type Args<K extends keyof InvitationService> = Parameters<InvitationService[K]>
  return {
    invite: logged<Args<'invite'>, Invitation>({ log, action: 'invite', fields }, (ctx, draft) => invite(deps, ctx, draft)),
    list: async (ctx, params) => invitations.list(scopeOf(ctx), params, invitable(ctx)),
    revoke: async (ctx, id) => {
      const allowed = invitable(ctx)
      const invitation = await invitations.find(scopeOf(ctx), id)
      if (!invitation || !allowed.includes(invitation.user_type)) throw userErrors.INVITATION_NOT_FOUND()
      await platform.database.core.transaction(scopeOf(ctx), async (tx) => {
        if (!(await invitations.revoke(tx, id))) throw userErrors.INVITATION_NOT_PENDING()
        await platform.audit.append(tx, { ...auditFrom(ctx), action: 'invitation.revoked', target: { type: 'invitation', id } })
      })
    },
    read: async (ctx, token) => {
      const { organization } = tenantOf(ctx)
      const invitation = await invitations.byToken({ organizationId: organization.id }, token)
      if (!invitation) throw userErrors.INVITATION_NOT_FOUND()
      const { email, user_type, status, expires_at } = invitation
      return { email, organization_name: organization.name, user_type, status, expires_at }
    },
    accept: logged<Args<'accept'>, User>({ log, action: 'accept_invitation', fields }, (ctx, token, acceptance) =>
      accept(deps, ctx, { token, acceptance }),
    ),
  }
}

/**
 * The types that the caller may invite, and whose invitations it may see: the token in one makes an account of that type.
 * @throws USER_RANK (403) for whoever may invite nobody
 */
export function invitable({ caller }: Pick<ServiceContext, 'caller'>): UserType[] {
  if (caller.user_type === 'admin') return [...USER_TYPES]
  if (caller.user_type !== 'manager') throw userErrors.RANK()
  return USER_TYPES.filter((type) => RANK[type] < RANK.manager)
}

async function invite({ platform, invitations }: InvitationServiceDeps, ctx: ServiceContext, draft: NewInvitation): Promise<Invitation> {
  if (!invitable(ctx).includes(draft.user_type)) throw userErrors.RANK()
  const { database, events, mail, origins } = platform
  const { organization } = tenantOf(ctx)
  const organization_id = organization.id
  const email = draft.email.toLowerCase()
  return database.core.transaction(scopeOf(ctx), async (tx) => {
    const made = await invitations.insert(tx, { ...draft, organization_id, email, invited_by_user_id: ctx.caller.id })
    const data = { invitation_id: made.id, email, organization_id, user_type: made.user_type, by: ctx.caller.id }
    await events.publish(tx, { topic: 'user.invited', organization_id, user_id: ctx.caller.id, aggregate_id: made.id, data })
    await platform.audit.append(tx, { ...auditFrom(ctx), action: 'user.invited', target: { type: 'invitation', id: made.id }, data: { email, user_type: made.user_type } })
    const by = [ctx.caller.first_name, ctx.caller.last_name].filter(Boolean).join(' ') || ctx.caller.email
    const url = `${origins.tenant(organization.subdomain)}/accept-invitation/${made.invitation_token}`
    await mail.send(tx, { organization_id, to: email, ...layOut(invitationMail({ language: languageOf(organization.locale), name: organization.name, by, url })) })
    return made
  })
}

async function accept(
  { platform, invitations, passwords }: InvitationServiceDeps,
  ctx: PublicContext,
  { token, acceptance }: { token: string; acceptance: Acceptance },
): Promise<User> {
  const { database, bus } = platform
  const scope = { organizationId: tenantOf(ctx).organization.id }
  const open = stillOpen(await invitations.byToken(scope, token))
  passwords.check(acceptance.password, open)
  // Hashing takes long: no row is locked meanwhile.
  const password_hash = await passwords.hash(acceptance.password)
  const user = await database.core.transaction(scope, async (tx) => {
    const { id, organization_id, email, user_type } = stillOpen(await invitations.lockByToken(tx, token))
    const { username, first_name = null, last_name = null } = acceptance
    await invitations.accept(tx, id)
    const made = await createAccount(platform, tx, { organization_id, email, password_hash, user_type, username, first_name, last_name })
    await platform.audit.append(tx, { ...auditFrom(ctx), actor: made, action: 'invitation.accepted', target: { type: 'user', id: made.id }, data: { invitation_id: id, user_type } })
    return made
  })
  await bus.announce({ kind: 'user', id: user.id })
  return user
}

function stillOpen(invitation: Invitation | undefined): Invitation {
  if (!invitation) throw userErrors.INVITATION_NOT_FOUND()
  if (invitation.status !== 'pending') throw userErrors.INVITATION_ENDED()
  return invitation
}
