import { isSubdomain } from '../subdomain'

/** What a company is created from, as the server takes it. */
export interface Draft {
  business_name: string
  subdomain: string
  owner_name: string
  owner_email: string
  password: string
  industry_code: string
  /** BCP 47. */
  locale: string
  /** IANA. */
  time_zone: string
  /** ISO 4217. */
  currency: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export type Field = keyof Draft
/** Keys of labels below `problem`. */
export type Problems = Partial<Record<Field, string>>

const LEAST = 8
const MOST = 128
/** As an address is typed, not as RFC 5321 allows it: something, @, a domain with a dot. The server has the last word. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

function emailProblem(email: string): string | undefined {
  const text = email.trim()
  if (!text) return 'email'
  if (EMAIL.test(text)) return undefined
  return /^[^\s@]+@[^\s@.]*$/.test(text) ? 'emailDomain' : 'email'
}

function passwordProblem(password: string): string | undefined {
  const length = [...password].length
  if (length < LEAST) return 'passwordShort'
  return length > MOST ? 'passwordLong' : undefined
}

/** The field's problems, by the keys of their labels; an empty object when everything is in order. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {
    business_name: draft.business_name.trim() ? undefined : 'businessName',
    subdomain: isSubdomain(draft.subdomain) ? undefined : 'subdomain',
    owner_name: draft.owner_name.trim() ? undefined : 'ownerName',
    owner_email: emailProblem(draft.owner_email),
    password: passwordProblem(draft.password),
    industry_code: draft.industry_code ? undefined : 'industry',
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

/** As it is sent: without spaces around what people typed. */
export const trimmed = (draft: Draft): Draft => ({
  ...draft,
  business_name: draft.business_name.trim(),
  owner_name: draft.owner_name.trim(),
  owner_email: draft.owner_email.trim(),
})
