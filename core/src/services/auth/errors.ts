import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the auth service. Listed in docs/errors.md. */
export const authErrors = errorTable('AUTH', {
  INVALID_CREDENTIALS: ['unauthorized', 'E-mail and password do not belong together here. Check both, and the address of this page.'],
  SESSION_ENDED: ['unauthorized', 'The session is over. Sign in again.'],
  WRONG_PASSWORD: ['unprocessable', 'The current password is not right.'],
  TOKEN_INVALID: ['unprocessable', 'This link was used, is over, or belongs to another address. Ask for a new one.'],
  SESSION_NOT_FOUND: ['not_found', 'There is no such session.'],
  REGISTRATION_CLOSED: ['forbidden', 'This organization takes new people by invitation only.'],
  LINK_NOT_FOUND: ['not_found', 'There is no such link.'],
  NOT_LINKED: ['not_found', 'You have no linked account in such an organization.'],
  LINK_REFUSED: ['unprocessable', 'Address, e-mail and password do not belong together.'],
  ADMIN_NOT_FOUND: ['not_found', 'There is no such super admin.'],
  ADMIN_TAKEN: ['conflict', 'There is a super admin with this e-mail.'],
  LAST_ADMIN: ['conflict', 'A super admin cannot remove themselves, and one must remain.'],
  NO_ACCOUNTS_HERE: ['tenant_not_found', 'Accounts live at the address of an organization. Open <subdomain>.{domain} and sign in there.'],
  WEAK_PASSWORD: ['unprocessable', 'This password is easy to guess. Choose another one; several unrelated words make a good one.'],
  BUSY: ['unavailable', 'Too many people sign in at this moment. Try again in a few seconds.'],
})
