import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../scripts/lib/run.mjs'
import { fromDebian } from '../lib/tools.mjs'
import { answerOf } from '../lib/until.mjs'
import { answersAsRedis } from './redis.mjs'

/** A node talks to the others on its port plus 10,000, or where it is told to. */
const BUS = { node1: 'bus1', node2: 'bus2', node3: 'bus3' }

export const engine = {
  about: 'Redis Cluster of three nodes',
  ports: { node1: 7001, node2: 7002, node3: 7003, bus1: 17001, bus2: 17002, bus3: 17003 },
  install: async () => ({ server: await fromDebian('redis-server', 'redis-server'), cli: await fromDebian('redis-cli', 'redis-tools') }),
  start: async ({ folder, ports, programs, launch }) => {
    for (const [name, bus] of Object.entries(BUS)) {
      const data = join(folder, name)
      mkdirSync(data, { recursive: true })
      const cluster = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', '--cluster-port', String(ports[bus])]
      const command = [programs.server, '--bind', '127.0.0.1', '--port', String(ports[name]), '--dir', data, '--appendonly', 'yes', ...cluster]
      await launch(name, { command, isReady: () => answersAsRedis(ports[name]) })
    }
    if (await isWhole(ports.node1)) return
    const nodes = Object.keys(BUS).map((name) => `127.0.0.1:${ports[name]}`)
    const state = (await answerOf(ports.node1, 'CLUSTER INFO\r\n')) ?? ''
    if (state.includes('cluster_known_nodes:1')) await run(programs.cli, ['--cluster', 'create', ...nodes, '--cluster-yes'])
  },
  url: ({ node1, node2, node3 }) => `REDIS_CLUSTER=${[node1, node2, node3].map((port) => `127.0.0.1:${port}`).join(',')}`,
  isReady: async ({ node1, node2, node3 }) => (await Promise.all([node1, node2, node3].map(isWhole))).every(Boolean),
}

const isWhole = async (port) => ((await answerOf(port, 'CLUSTER INFO\r\n')) ?? '').includes('cluster_state:ok')
