import { createHash } from 'node:crypto'

/** A strong entity tag over the parts that decide what a representation says (RFC 9110 §8.8.3). */
export const etagOf = (...parts: string[]): string => `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`

/** True when `If-None-Match` names this representation: the client has it already (RFC 9110 §13.1.2, weak comparison). */
export function isCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((candidate) => ['*', etag].includes(candidate.trim().replace(/^W\//, '')))
}
