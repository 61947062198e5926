import type { AuditEntry } from '../audit/index.js'

export type Severity = 'info' | 'warning' | 'critical'

/** When entries of the audit trail are worth an alert. */
export interface Rule {
  kind: string
  severity: Severity
  /** So many within the time make one. */
  times: number
  withinMs: number
  subject(entry: AuditEntry): string
  message(entry: AuditEntry): string
}

const MINUTE_MS = 60_000
const target = ({ target: about, request }: AuditEntry): string => about?.id ?? request?.address ?? 'unknown'
const from = ({ request }: AuditEntry): string => (request?.address ? ` from ${request.address}` : '')

const RULES: Record<string, Rule> = {
  'user.login_failed': { kind: 'bad_logins', severity: 'warning', times: 10, withinMs: 15 * MINUTE_MS, subject: target, message: (entry) => `Ten failed sign-ins within 15 minutes${from(entry)}.` },
  'session.token_reused': { kind: 'refresh_reuse', severity: 'critical', times: 1, withinMs: MINUTE_MS, subject: target, message: (entry) => `A used refresh token came again${from(entry)}; the session was ended.` },
  'token.foreign': { kind: 'foreign_token', severity: 'warning', times: 5, withinMs: 10 * MINUTE_MS, subject: target, message: (entry) => `Tokens of another organization were tried${from(entry)}.` },
  'module.refused': { kind: 'signature', severity: 'critical', times: 1, withinMs: MINUTE_MS, subject: target, message: ({ data }) => `A module package was refused: ${String(data?.['reason'] ?? 'its signature is not trusted')}` },
  'module.quarantined': { kind: 'quarantine', severity: 'critical', times: 1, withinMs: MINUTE_MS, subject: target, message: (entry) => `The module ${target(entry)} misbehaved and was stopped: ${String(entry.data?.['reason'] ?? '')}` },
}

export const ruleFor = (action: string): Rule | undefined => RULES[action]
