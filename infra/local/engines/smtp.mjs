import { join } from 'node:path'
import { answerOf } from '../lib/until.mjs'

const SERVER = join(import.meta.dirname, '../servers/smtp.mjs')
const greets = async (port) => ((await answerOf(port)) ?? '').startsWith('220')

export const engine = {
  about: 'SMTP server that takes every mail and prints it to its log',
  ports: { smtp: 2525 },
  install: async () => ({ node: process.execPath }),
  start: ({ ports, programs, launch }) => launch('smtp', { command: [programs.node, SERVER, String(ports.smtp)], isReady: () => greets(ports.smtp) }),
  url: ({ smtp }) => `smtp://127.0.0.1:${smtp}`,
  isReady: ({ smtp }) => greets(smtp),
}
