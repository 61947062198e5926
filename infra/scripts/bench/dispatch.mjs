// Dispatch: the routes of five modules as a unit each behind the host's dispatcher, beside one plain Fastify instance that has them all.
import { median } from './figures.mjs'
import { startUnits, takeTurns } from './unit-servers.mjs'

const MODULES = 5

export async function dispatch(figures) {
  const servers = [await startUnits({ kind: 'plain', count: MODULES }), await startUnits({ kind: 'dispatched', count: MODULES })]
  try {
    const [plain, dispatched] = (await takeTurns(servers)).map((runs) => median(runs.map((run) => run.requestsPerSecond)))
    figures.add({ name: 'one plain Fastify instance', value: plain, unit: 'req/s' })
    figures.add({ name: 'dispatched to a unit a module, cost over plain', value: dispatched, unit: 'req/s', ratio: plain / dispatched, bar: { max: 1.1 } })
  } finally {
    for (const server of servers) await server.stop()
  }
}
