// Servers of small modules (unit-server.mjs) that take turns under the same load.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putLoad } from './load.mjs'
import { ask, freePort, onCore, startServer } from './processes.mjs'

const SERVER_CORE = 0
const ID = '01900000-0000-7000-8000-000000000001'

/** Starts a server of `count` modules; `asked` of them are asked in turn. */
export async function startUnits({ kind, count, asked = count }) {
  const folder = mkdtempSync(join(tmpdir(), 'innoerp-bench-units-'))
  const callers = join(folder, 'callers')
  writeFileSync(callers, Array.from({ length: asked }, (_, n) => `acme.localhost token /api/v1/small${n}/${ID}\n`).join(''))
  const port = await freePort()
  const script = join(import.meta.dirname, 'unit-server.mjs')
  const server = await startServer({ command: onCore(SERVER_CORE, ['node', '--expose-gc', script, folder, kind, String(count), String(port)]), env: {}, port })
  return {
    load: (seconds) => putLoad({ port, kind: 'path', callers, seconds }),
    figures: async () => JSON.parse((await ask({ port, path: '/figures' })).text),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What each of `servers` bears, in rounds in which they take turns at going first; the first load of each is not counted. */
export async function takeTurns(servers, { rounds = 5, seconds = 3 } = {}) {
  const runs = servers.map(() => [])
  for (const server of servers) await server.load(seconds)
  for (let round = 0; round < rounds; round += 1) {
    const order = servers.map((_, n) => n)
    for (const n of round % 2 ? order.toReversed() : order) runs[n].push(await servers[n].load(seconds))
  }
  return runs
}
