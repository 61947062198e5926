import { errorTable } from '@innoerp/sdk/contract'

/** Errors of a module's requests to the outside. Listed in docs/errors.md. */
export const fetchErrors = errorTable('FETCH', {
  URL: ['unprocessable', '“{url}” is not an address that a module may ask. Take one that begins with https:// or http:// and holds no password.'],
  ADDRESS: ['forbidden', '{host} lies in a closed network. Modules ask hosts of the open internet only.'],
  TOO_LARGE: ['unprocessable', 'The answer of {host} is larger than {max} bytes.'],
  TOO_MANY_REDIRECTS: ['unprocessable', '{host} redirects more than {max} times.'],
  FAILED: ['unavailable', '{host} could not be asked: {reason}.'],
})
