import { RESERVED_SUBDOMAINS, SUBDOMAIN_PATTERN } from '@innoerp/sdk/contract'

const VALID = new RegExp(SUBDOMAIN_PATTERN)

/** Why a subdomain cannot be taken, in words for a form; undefined for one that may be free. */
export function subdomainProblem(subdomain: string): string | undefined {
  if (subdomain.length < 3) return 'An address has at least 3 characters.'
  if (subdomain.length > 63) return 'An address has at most 63 characters.'
  if (!VALID.test(subdomain)) return 'An address has letters a–z, digits and hyphens, and no hyphen first or last.'
  if (RESERVED_SUBDOMAINS.includes(subdomain)) return `“${subdomain}” is kept for the platform. Choose another address.`
  return undefined
}

/** An address is read without regard to case and to blanks around it. */
export const normalized = (subdomain: string): string => subdomain.trim().toLowerCase()
