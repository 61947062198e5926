/**
 * Alerts: what an operator should know of at once. They follow from the audit trail (`rules.ts`) and from bursts of errors; those of one
 * kind about one thing within an hour are one. Super admins get a mail for each new one.
 */
import { newId } from '@innoerp/sdk/server'
import type { Audit, AuditEntry } from '../audit/index.js'
import type { CoreDb } from '../database/core-db.js'
import { layOut } from '../mail/layout.js'
import type { Mail } from '../mail/index.js'
import type { Origins } from '../http/origins.js'
import { ruleFor, type Severity } from './rules.js'

export interface NewAlert {
  kind: string
  /** What it is about. */
  subject: string
  severity: Severity
  organizationId?: string | undefined
  message: string
}
export interface Alerts {
  raise(alert: NewAlert): Promise<void>
}
export interface AlertsDeps {
  db: CoreDb
  audit: Audit
  mail: Mail
  origins: Origins
  onError(error: unknown): void
}

const COUNT = `update platform.alerts set count = count + 1, last_at = now(), message = $3
  where id = (select id from platform.alerts where kind = $1 and subject = $2 and last_at > now() - interval '1 hour' and acknowledged_at is null order by last_at desc limit 1)
  returning id`
const INSERT = 'insert into platform.alerts (id, kind, subject, severity, organization_id, message) values ($1, $2, $3, $4, $5, $6)'
const RECIPIENTS = 'select email from users.users where is_superuser and is_active order by created_at limit 20'

export function openAlerts({ db, audit, mail, origins, onError }: AlertsDeps): Alerts {
  const raise: Alerts['raise'] = ({ kind, subject, severity, organizationId, message }) =>
    db.transaction('platform', async (tx) => {
      const [known] = await db.run(tx, COUNT, [kind, subject, message])
      if (known) return
      await db.run(tx, INSERT, [newId(), kind, subject, severity, organizationId, message])
      await audit.append(tx, { organizationId, action: 'alert.raised', target: { type: 'alert', id: kind }, data: { subject, severity } })
      if (severity === 'info') return
      const content = { subject: `Alert: ${message}`, paragraphs: [message], action: 'Look at the alerts', url: `${origins.admin}/super-admin/monitor/alerts`, name: 'innoERP', language: 'en' }
      for (const { email } of await db.run<{ email: string }>(tx, RECIPIENTS)) await mail.send(tx, { to: email, ...layOut(content) })
    })
  const judge = createJudge()
  audit.onAppend((entry) => {
    const alert = judge(entry)
    if (alert) raise(alert).catch(onError)
  })
  return { raise }
}

/** Turns entries of the audit trail into alerts; some need several of a kind within a time. */
function createJudge(): (entry: AuditEntry) => NewAlert | undefined {
  const seen = new Map<string, { count: number; since: number }>()
  return (entry) => {
    const rule = ruleFor(entry.action)
    if (!rule) return undefined
    const subject = rule.subject(entry)
    const key = `${rule.kind} ${subject}`
    const now = Date.now()
    const known = seen.get(key)
    const counted = known && now - known.since < rule.withinMs ? known : { count: 0, since: now }
    counted.count += 1
    if (seen.size > 10_000) seen.clear()
    seen.set(key, counted)
    if (counted.count < rule.times) return undefined
    seen.delete(key)
    return { kind: rule.kind, subject, severity: rule.severity, organizationId: entry.organizationId, message: rule.message(entry) }
  }
}
