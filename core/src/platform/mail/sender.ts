import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { RelayDb } from '../database/relay-db.js'
import type { MailTransport } from './transport.js'

interface Due {
  id: string
  recipient: string
  subject: string
  text: string
  html: string | null
  attempts: number
}

const POLL_MS = 1_000
const TIDY_MS = 3_600_000
const MAX_ATTEMPTS = 12
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
// Whoever takes a mail holds it for two minutes; a host that died meanwhile has given it up by then.
const TAKE = `update platform.mail_outbox set attempts = attempts + 1, next_attempt_at = now() + interval '2 minutes'
  where id in (select id from platform.mail_outbox where state = 'queued' and next_attempt_at <= now() order by next_attempt_at limit 10 for update skip locked)
  returning id, recipient, subject, text, html, attempts`
const SENT = `update platform.mail_outbox set state = 'sent', error = null, sent_at = now() where id = $1`
const RETRY = `update platform.mail_outbox set error = $2, next_attempt_at = now() + least(power(2, attempts), 3600) * interval '1 second' where id = $1`
const GIVE_UP = `update platform.mail_outbox set state = 'failed', error = $2 where id = $1`
const TIDY = `delete from platform.mail_outbox where created_at < now() - interval '30 days'`

/** Sends what is due, on any instance; without a transport it only clears away what is old. */
export function startSender(db: RelayDb, { transport, log }: { transport: MailTransport | undefined; log: Logger }): { stop(): Promise<void> } {
  const complain = (error: unknown) => log.error({ err: error }, 'The mail outbox cannot be read; it is tried again')
  const tidy = setInterval(() => void db.run(TIDY).catch(complain), TIDY_MS)
  tidy.unref()
  if (!transport) return { stop: async () => clearInterval(tidy) }
  const smtp = createTransport({ url: transport.url, pool: true, maxConnections: 3, ...TIMEOUTS })
  let running: Promise<void> | undefined
  let isStopped = false

  const sendOne = async (mail: Due): Promise<void> => {
    const { id, recipient: to, subject, text, html } = mail
    try {
      await smtp.sendMail({ from: transport.from, to, subject, text, ...(html !== null && { html }), messageId: `<${id}@innoerp>` })
      await db.run(SENT, [id])
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 2_000)
      const isFinal = isRefusal(error) || mail.attempts >= MAX_ATTEMPTS
      log.warn({ action: 'mail', mail_id: id, attempts: mail.attempts, error: reason }, isFinal ? 'A mail was given up' : 'A mail was not taken; it is sent again')
      await db.run(isFinal ? GIVE_UP : RETRY, [id, reason])
    }
  }
  const drain = async (): Promise<void> => {
    const due = await db.run<Due>(TAKE)
    await Promise.all(due.map(sendOne))
    if (due.length > 0 && !isStopped) await drain()
  }
  const poll = setInterval(() => (running ??= drain().catch(complain).finally(() => (running = undefined))), POLL_MS)
  poll.unref()
  return {
    stop: async () => {
      isStopped = true
      clearInterval(tidy)
      clearInterval(poll)
      await running
      smtp.close()
    },
  }
}

/** A 5xx of the mail server: it will not take this mail tomorrow either (RFC 5321 §4.2.1). */
const isRefusal = (error: unknown): boolean => ((error as { responseCode?: number } | undefined)?.responseCode ?? 0) >= 500
