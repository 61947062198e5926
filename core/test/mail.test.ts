import { simpleParser, type ParsedMail } from 'mailparser'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailStatement, openMail, type Mail } from '../src/platform/mail/index.js'
import { A, B, createPlatformRig, until, type PlatformRig } from './support/platform-rig.js'

let rig: PlatformRig
let server: SMTPServer
let url: string
let mail: Mail | undefined
const got: ParsedMail[] = []
/** What the server says to the next mails, instead of taking them. */
let refusals: { code: number; message: string }[] = []

const listen = (port = 0): Promise<number> => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const refusal = refusals.shift()
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null)
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((parsed) => {
        got.push(parsed)
        done()
      }, done)
    },
  })
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port))
  })
}
const stopServer = () => new Promise<void>((resolve) => server.close(() => resolve()))

beforeAll(async () => {
  rig = await createPlatformRig()
  url = `smtp://127.0.0.1:${await listen()}`
})
beforeEach(() => {
  got.length = 0
  refusals = []
})
afterEach(async () => {
  await mail?.close()
  const owner = await rig.database.connectAsOwner()
  await owner.query('truncate platform.mail_outbox')
  await owner.end()
})
afterAll(async () => {
  await stopServer()
  await rig.close()
})

const open = (): Mail =>
  (mail = openMail({ database: rig.database, transport: { url, from: 'innoERP <erp@example.com>' }, log: rig.logs.logger('test', 'mail') }))
const message = { organization_id: A, to: 'guest@example.com', subject: 'Grüße', text: 'Dear guest', html: '<p>Dear <b>guest</b></p>' }
const outbox = (organizationId = A) =>
  rig.database.core.run<{ id: string; recipient: string; state: string; attempts: number; error: string | null }>({ organizationId }, 'select id, recipient, state, attempts, error from platform.mail_outbox order by created_at')

test('a mail goes out as it was written, and only with its change', async () => {
  const { core } = rig.database
  const change = core.transaction({ organizationId: A }, async (tx) => {
    await open().send(tx, { ...message, subject: 'never' })
    throw new Error('rolled back')
  })
  await expect(change).rejects.toThrow('rolled back')
  await mail?.send({ organizationId: A }, message)
  await until(async () => (await outbox())[0]?.state === 'sent')
  expect(got).toHaveLength(1)
  expect(got[0]).toMatchObject({ subject: 'Grüße', text: expect.stringContaining('Dear guest'), html: message.html, messageId: `<${(await outbox())[0]?.id}@innoerp>` })
  expect([got[0]?.from?.text, [got[0]?.to].flat()[0]?.text]).toEqual(['"innoERP" <erp@example.com>', 'guest@example.com'])
})

test('what the server does not take now is sent later, what it refuses is given up', async () => {
  refusals = [
    { code: 451, message: 'try later' },
    { code: 550, message: 'no such person' },
  ]
  await open().send({ organizationId: A }, message)
  await until(async () => (await outbox())[0]?.error?.includes('try later'))
  expect(await outbox()).toMatchObject([{ state: 'queued', attempts: 1 }])
  await mail?.send('platform', { ...message, organization_id: undefined, to: 'gone@example.com' })
  await until(async () => (await rig.database.core.run<{ error: string }>('platform', `select error from platform.mail_outbox where state = 'failed'`))[0]?.error.includes('no such person'))
  await until(async () => (await outbox())[0]?.state === 'sent')
  expect(got.map(({ to }) => [to].flat()[0]?.text)).toEqual(['guest@example.com'])
})

test('a server that is away delays mails, and loses none', async () => {
  const { port } = new URL(url)
  await stopServer()
  await open().send({ organizationId: A }, message)
  await until(async () => (await outbox())[0]?.error !== null)
  await listen(Number(port))
  await until(async () => (await outbox())[0]?.state === 'sent')
  expect(got).toHaveLength(1)
})

test('what a dead host was sending is sent by the next one', async () => {
  await rig.database.core.batch({ organizationId: A }, [mailStatement(message)])
  const owner = await rig.database.connectAsOwner()
  await owner.query(`update platform.mail_outbox set attempts = 1, next_attempt_at = now() + interval '2 minutes'`)
  open()
  await sleep(1_300)
  expect(got).toHaveLength(0)
  await owner.query(`update platform.mail_outbox set next_attempt_at = next_attempt_at - interval '2 minutes'`)
  await owner.end()
  await until(async () => (await outbox())[0]?.state === 'sent')
})

test('without a mail server mails stay, and each organization sees its own', async () => {
  mail = openMail({ database: rig.database, transport: undefined, log: rig.logs.logger('test', 'mail') })
  await mail.send({ organizationId: A }, message)
  await sleep(1_200)
  expect(await outbox()).toMatchObject([{ state: 'queued', attempts: 0 }])
  expect(await outbox(B)).toEqual([])
  await expect(rig.database.core.batch({ organizationId: B }, [mailStatement(message)])).rejects.toThrow('row-level security')
})
