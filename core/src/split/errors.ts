import { errorTable } from '@innoerp/sdk/contract'

/** Errors between the gateway and services that run apart. Listed in docs/errors.md. */
export const serviceErrors = errorTable('SERVICE', {
  UNTRUSTED: ['forbidden', 'This service answers the gateway only. Ask at the gateway’s address.'],
  BEHIND: ['unavailable', 'This instance does not know the organization as the gateway does yet. Try again in a moment.'],
  UNAVAILABLE: ['unavailable', 'The {service} service cannot be reached. Try again in a moment.'],
  BROKEN: ['bad_gateway', 'The {service} service broke off before it answered. Whether it did its work is not known; look before you try again.'],
  TIMEOUT: ['gateway_timeout', 'The {service} service did not answer in time. Whether it did its work is not known; look before you try again.'],
})
