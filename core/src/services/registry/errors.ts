import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the super admins' side of the registry. Listed in docs/errors.md. */
export const registryAdminErrors = errorTable('REGISTRY_ADMIN', {
  TOKEN_NOT_FOUND: ['not_found', 'There is no such registry token.'],
  TOKEN_OVER: ['unprocessable', 'A token that ends in the past is of no use. Choose a later end.'],
})
