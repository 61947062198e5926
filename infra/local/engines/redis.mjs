import { fromDebian } from '../lib/tools.mjs'
import { answerOf } from '../lib/until.mjs'

/** True when a Redis answers there, be it that it wants a password first. */
export const answersAsRedis = async (port) => /^(\+PONG|-NOAUTH)/.test((await answerOf(port, 'PING\r\n')) ?? '')

export const engine = {
  about: 'Redis, alone',
  ports: { redis: 6390 },
  install: async () => ({ server: await fromDebian('redis-server', 'redis-server') }),
  /** `options.password`: what clients must give. */
  start: ({ folder, ports, programs, options, launch }) => {
    const password = options.password ? ['--requirepass', options.password] : []
    const command = [programs.server, '--bind', '127.0.0.1', '--port', String(ports.redis), '--dir', folder, '--appendonly', 'yes', ...password]
    return launch('redis', { command, isReady: () => answersAsRedis(ports.redis) })
  },
  url: ({ redis }) => `redis://127.0.0.1:${redis}`,
  isReady: ({ redis }) => answersAsRedis(redis),
}
