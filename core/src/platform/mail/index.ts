/**
 * Mail: written into the outbox in the transaction of the change that it tells of, sent a moment later when SMTP is configured
 * (`SMTP_URL`, `MAIL_FROM`), and kept there to be seen when it is not. What a mail server refuses for now is tried again with growing
 * pauses. A host that dies between sending and noting it sends once more, under the same Message-ID.
 */
import { bind, newId, type Statement } from '@innoerp/sdk/server'
import type { Logger } from 'pino'
import type { CoreDb, CoreScope, CoreTransaction } from '../database/core-db.js'
import type { Database } from '../database/database.js'
import { createRelayDb } from '../database/relay-db.js'
import { startSender } from './sender.js'
import type { MailTransport } from './transport.js'

export interface MailMessage {
  /** Absent for the platform's own. */
  organization_id?: string | undefined
  /** The module that sends it; absent for core. */
  module_id?: string | undefined
  /** One address. */
  to: string
  subject: string
  text: string
  html?: string | undefined
}
export interface Mail {
  /** Leaves a mail, in the transaction of the change where it is given one. */
  send(on: CoreTransaction | CoreScope, message: MailMessage): Promise<void>
  close(): Promise<void>
}

const INSERT = `insert into platform.mail_outbox (id, organization_id, module_id, recipient, subject, text, html) values ($1, $2, $3, $4, $5, $6, $7)`

/** The statement that leaves a mail. */
export const mailStatement = ({ organization_id, module_id, to, subject, text, html }: MailMessage): Statement =>
  bind(INSERT, [newId(), organization_id, module_id, to, subject, text, html])

export interface MailDeps {
  database: Pick<Database, 'pool' | 'roles'> & { core: CoreDb }
  transport: MailTransport | undefined
  log: Logger
}

export function openMail({ database, transport, log }: MailDeps): Mail {
  const sender = startSender(createRelayDb(database), { transport, log })
  return {
    send: async (on, message) => void (await database.core.batch(on, [mailStatement(message)])),
    close: sender.stop,
  }
}
