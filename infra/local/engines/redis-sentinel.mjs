import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromDebian } from '../lib/tools.mjs'
import { answerOf, until } from '../lib/until.mjs'
import { answersAsRedis } from './redis.mjs'

export const MASTER_NAME = 'innoerp'
const SENTINELS = ['sentinel1', 'sentinel2', 'sentinel3']
const KNOWN_MS = 15_000

export const engine = {
  about: 'Redis with a replica, watched by three Sentinels',
  ports: { master: 6400, replica: 6401, sentinel1: 26390, sentinel2: 26391, sentinel3: 26392 },
  install: async () => ({ server: await fromDebian('redis-server', 'redis-server'), sentinel: await fromDebian('redis-sentinel', 'redis-sentinel') }),
  start: async ({ folder, ports, programs, launch }) => {
    const own = (name) => {
      mkdirSync(join(folder, name, 'data'), { recursive: true })
      return join(folder, name)
    }
    const node = (name, ...more) => {
      const command = [programs.server, '--bind', '127.0.0.1', '--port', String(ports[name]), '--dir', join(own(name), 'data'), '--appendonly', 'yes', ...more]
      return launch(name, { command, isReady: () => answersAsRedis(ports[name]) })
    }
    await node('master', '--repl-diskless-sync-delay', '0')
    await node('replica', '--replicaof', '127.0.0.1', String(ports.master))
    for (const name of SENTINELS) {
      const file = join(own(name), 'sentinel.conf')
      // A Sentinel keeps what it has learnt in its file.
      if (!existsSync(file)) writeFileSync(file, configOf(own(name), ports[name], ports.master))
      await launch(name, { command: [programs.sentinel, file], isReady: () => answersAsRedis(ports[name]) })
    }
    if (!(await until(KNOWN_MS, async () => (await isKnown(ports.sentinel1)) && (await hasCaughtUp(ports))))) throw new Error('the Sentinels did not find the replica and each other, or the replica did not catch up')
  },
  url: ({ sentinel1, sentinel2, sentinel3 }) => `REDIS_SENTINEL_NAME=${MASTER_NAME} REDIS_SENTINELS=${[sentinel1, sentinel2, sentinel3].map((port) => `127.0.0.1:${port}`).join(',')}`,
  isReady: ({ sentinel1 }) => isKnown(sentinel1),
}

const configOf = (folder, port, master) =>
  [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir ${folder}/data`,
    `sentinel monitor ${MASTER_NAME} 127.0.0.1 ${master} 2`,
    `sentinel down-after-milliseconds ${MASTER_NAME} 2000`,
    `sentinel failover-timeout ${MASTER_NAME} 6000`,
    '',
  ].join('\n')

/** A replica that is still empty would be made a master with nothing in it. */
const hasCaughtUp = async ({ master, replica }) => {
  const roles = await Promise.all([master, replica].map((port) => answerOf(port, 'INFO replication\r\n')))
  return roles.some((text) => text?.includes('master_link_status:up'))
}

/** A fail-over needs a replica and a majority of Sentinels that know of each other. */
async function isKnown(port) {
  const words = ((await answerOf(port, `SENTINEL MASTER ${MASTER_NAME}\r\n`)) ?? '').split('\r\n')
  const valueOf = (name) => words[words.indexOf(name) + 2]
  return valueOf('num-slaves') === '1' && valueOf('num-other-sentinels') === '2'
}
