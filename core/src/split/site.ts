import type { Site } from '../platform/http/site.js'

/** What a Host header names, in one word for another service. */
export const wordOf = (site: Site | undefined): string => (site === undefined ? 'nobody' : site.kind === 'tenant' ? site.tenant.organization.id : site.kind)
