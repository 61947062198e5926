import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the request lifecycle, before and around any handler. Listed in docs/errors.md. */
export const requestErrors = errorTable('REQUEST', {
  INVALID: ['validation', 'The request is not valid. See “details” for each field.'],
  NOT_JSON: ['validation', 'The body is not valid JSON.'],
  UNREADABLE: ['validation', 'This is no request that HTTP knows.'],
  BAD_ADDRESS: ['validation', 'This address cannot be read: a part of it is too long, or an escape such as %2F is broken.'],
  ROUTE_NOT_FOUND: ['not_found', 'There is nothing at this address.'],
  TENANT_NOT_FOUND: ['tenant_not_found', 'No organization lives at this address. Check the subdomain.'],
  TENANT_INACTIVE: ['tenant_inactive', 'This organization is switched off. Ask the platform’s operator.'],
  UNAUTHENTICATED: ['unauthorized', 'Sign in to go on: the request carries no valid access token for this address.'],
  FORBIDDEN: ['forbidden', 'Your role does not include “{permission}”. Ask an administrator of your organization.'],
  FOREIGN_ORIGIN: ['forbidden', 'The request came from another site and was refused.'],
  MODULE_DISABLED: ['forbidden', 'This module is switched off for your organization. Its data is kept.'],
  TOO_LARGE: ['too_large', 'The request is too large.'],
  UNSUPPORTED_MEDIA_TYPE: ['unsupported_media_type', 'This content type is not understood here.'],
  THROTTLED: ['too_many_requests', 'Too many requests. Wait {seconds} s and try again.'],
  KEY_REUSED: ['unprocessable', 'This Idempotency-Key was used with another request. Use a new key for a new request.'],
  KEY_IN_USE: ['conflict', 'The first request with this Idempotency-Key is still under way. Try again in a moment.'],
  KEY_INVALID: ['validation', 'An Idempotency-Key has 1 to 255 visible ASCII characters.'],
  CONFLICT: ['conflict', 'This value is taken already. Choose another one.'],
  REFERENCE: ['unprocessable', 'The request refers to a record that does not exist, or that others still refer to.'],
  RULE: ['unprocessable', 'A value breaks a rule of this record.'],
  BUSY: ['conflict', 'Somebody changed the same records at the same time. Try again.'],
  DATABASE_DOWN: ['unavailable', 'The database does not answer. Nothing was changed. Try again in a moment.'],
  STARTING: ['unavailable', 'The host is starting. Try again in a moment.'],
  INTERNAL: ['internal', 'The server failed to answer. Nothing was changed. The operators find this request under its id.'],
})
