import { errorTable } from '@innoerp/sdk/contract'

/** Errors of the tenant service. Listed in docs/errors.md. */
export const tenantErrors = errorTable('TENANT', {
  NOT_FOUND: ['not_found', 'There is no such organization.'],
  SUBDOMAIN_TAKEN: ['conflict', 'The address “{subdomain}” is taken. Choose another one.'],
  SUBDOMAIN_RESERVED: ['unprocessable', 'The address “{subdomain}” is kept for the platform. Choose another one.'],
  UNKNOWN_INDUSTRY: ['unprocessable', 'There is no industry “{code}”. Take one of those that GET /api/v1/industries lists.'],
  INDUSTRY_NOT_FOUND: ['not_found', 'There is no such industry.'],
  UNKNOWN_TIME_ZONE: ['validation', '“{time_zone}” is not a time zone. Write it as in Europe/Berlin.'],
  UNKNOWN_LOCALE: ['validation', '“{locale}” is not a language tag. Write it as in de-DE.'],
  UNKNOWN_MODULE: ['not_found', 'This host has no module “{module_id}”.'],
  CORE_MODULE: ['unprocessable', '“{module_id}” is part of the host: every organization has it.'],
  INACTIVE_MODULE: ['validation', 'The module “{module_id}” is switched off for the whole platform.'],
  NOT_ASSIGNED: ['not_found', 'This organization does not have the module “{module_id}”.'],
  CONFIG_TOO_LARGE: ['too_large', 'The configuration of an assignment has at most 16 KB.'],
})
