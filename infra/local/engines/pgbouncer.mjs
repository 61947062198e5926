import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromDebian } from '../lib/tools.mjs'
import { isOpen } from '../lib/until.mjs'
import { giveToNobody } from '../lib/user.mjs'
import { engine as postgres } from './postgres.mjs'

export const engine = {
  about: 'PgBouncer in transaction mode, before a PostgreSQL without passwords',
  ports: { pgbouncer: 6432 },
  install: async () => ({ pgbouncer: await fromDebian('pgbouncer', 'pgbouncer') }),
  /** `options.upstream`: port of the PostgreSQL, the local engine's unless told. `options.servers`: how many connections it may open. */
  start: async ({ folder, ports, programs, options, launch }) => {
    const file = join(folder, 'pgbouncer.ini')
    writeFileSync(file, configOf({ port: ports.pgbouncer, upstream: options.upstream ?? postgres.ports.postgres, servers: options.servers ?? 20 }))
    giveToNobody(folder)
    giveToNobody(file)
    await launch('pgbouncer', { command: [programs.pgbouncer, file], unprivileged: true, stopSignal: 'SIGINT', isReady: () => isOpen(ports.pgbouncer) })
  },
  url: ({ pgbouncer }) => `postgres://postgres@127.0.0.1:${pgbouncer}/postgres`,
  isReady: ({ pgbouncer }) => isOpen(pgbouncer),
}

const configOf = ({ port, upstream, servers }) =>
  [
    '[databases]',
    `* = host=127.0.0.1 port=${upstream}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'pool_mode = transaction',
    `default_pool_size = ${servers}`,
    'max_client_conn = 500',
    // Users are those of the database.
    'auth_type = trust',
    'auth_user = postgres',
    'auth_query = select usename, passwd from pg_shadow where usename = $1',
    'ignore_startup_parameters = extra_float_digits,options',
    '',
  ].join('\n')
