import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the user service. Listed in docs/errors.md. */
export const userErrors = errorTable('USER', {
  NOT_FOUND: ['not_found', 'There is no such person in this organization.'],
  EMAIL_TAKEN: ['conflict', 'This e-mail address has an account in this organization already.'],
  USERNAME_TAKEN: ['conflict', 'This username is taken. Choose another one, or leave it out.'],
  ROLE_NOT_FOUND: ['not_found', 'There is no such role.'],
  ROLE_TAKEN: ['conflict', 'There is a role of this name.'],
  UNKNOWN_ROLE: ['unprocessable', 'There is no role {id} in this organization.'],
  UNKNOWN_PERMISSION: ['unprocessable', 'No module of this organization declares the permission “{permission}”. GET /api/v1/permissions lists them.'],
  IMAGE_TOO_LARGE: ['too_large', 'A picture has at most 5 MB.'],
  NO_IMAGE: ['not_found', 'This person has no picture.'],
  PLAN_LIMIT: ['payment_required', 'The plan of this organization holds {max} people. Ask for a larger one, or switch somebody off.'],
  LAST_ADMIN: ['conflict', 'This is the last active administrator. Make somebody else an administrator first.'],
  RANK: ['forbidden', 'You may invite and manage only people below your own role.'],
  ALREADY_MEMBER: ['validation', 'This person is a member of the organization already.'],
  ALREADY_PENDING: ['validation', 'This person is invited already. Hand on that link, or withdraw it first.'],
  INVITATION_NOT_FOUND: ['not_found', 'There is no such invitation. Ask for a new link.'],
  INVITATION_ENDED: ['validation', 'This invitation was used, withdrawn or is over. Ask for a new one.'],
  INVITATION_NOT_PENDING: ['conflict', 'This invitation was used, withdrawn or is over already; nothing is left to withdraw.'],
})
