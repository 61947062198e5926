import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the auth service. Listed in docs/errors.md. */
export const authErrors = errorTable('AUTH', {
  INVALID_CREDENTIALS: ['unauthorized', 'E-mail and password do not belong together here. Check both, and the address of this page.'],
  SESSION_ENDED: ['unauthorized', 'The session is over. Sign in again.'],
  NO_ACCOUNTS_HERE: ['tenant_not_found', 'Accounts live at the address of an organization. Open <subdomain>.{domain} and sign in there.'],
  WEAK_PASSWORD: ['unprocessable', 'This password is easy to guess. Choose another one; several unrelated words make a good one.'],
  BUSY: ['unavailable', 'Too many people sign in at this moment. Try again in a few seconds.'],
})
