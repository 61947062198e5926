import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SUPERUSER, type ServerAddress } from './embedded-postgres.js'
import { passwordOf } from './roles.js'

/** Lines of `postmaster.pid`, as PostgreSQL writes it (pidfile.h). */
const LINE = { port: 3, sockets: 4, status: 7 } as const

/**
 * Where the embedded server of a home listens that a host has started.
 * @returns undefined while no host runs there
 */
export async function runningPostgres(home: string): Promise<ServerAddress | undefined> {
  const lines = await readFile(path.join(home, 'postgres/data/postmaster.pid'), 'utf8').then((text) => text.split('\n'), () => [])
  const sockets = lines[LINE.sockets]
  if (sockets === undefined || lines[LINE.status]?.trim() !== 'ready') return undefined
  const { secretKey } = JSON.parse(await readFile(path.join(home, 'secrets.json'), 'utf8')) as { secretKey: string }
  return { host: sockets, port: Number(lines[LINE.port]), user: SUPERUSER, password: passwordOf(secretKey, SUPERUSER) }
}
