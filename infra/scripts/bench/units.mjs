// Many modules: what 300 small units cost beside 5, each a request at a time, in memory and at start.
import { median } from './figures.mjs'
import { startUnits, takeTurns } from './unit-servers.mjs'

const FEW = 5
const MANY = 300
const MIB = 1024 ** 2
const sum = (values) => values.reduce((total, value) => total + value, 0)

export async function units(figures) {
  const servers = [await startUnits({ kind: 'whole', count: FEW }), await startUnits({ kind: 'whole', count: MANY, asked: FEW })]
  try {
    const [few, many] = await Promise.all(servers.map((server) => server.figures()))
    figures.add({ name: `memory a unit, ${MANY} beside ${FEW}`, value: (many.heap - few.heap) / (MANY - FEW) / MIB, unit: 'MiB', bar: { max: 1 } })
    addStart(figures, many.loaded.slice(FEW)) // the first ones load what all share
    const [few5, many5] = (await takeTurns(servers)).map((runs) => median(runs.map((run) => run.requestsPerSecond)))
    figures.add({ name: `${FEW} units`, value: few5, unit: 'req/s' })
    figures.add({ name: `the same ${FEW} of ${MANY} units, cost over ${FEW}`, value: many5, unit: 'req/s', ratio: few5 / many5, bar: { max: 1.05 } })
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Linear: the second half of the units takes about as long as the first. */
function addStart(figures, loaded) {
  const half = Math.floor(loaded.length / 2)
  figures.add({ name: 'start of a unit', value: sum(loaded) / loaded.length, unit: 'ms', bar: { max: 30 } })
  figures.add({ name: 'start, second half of the units over first', value: sum(loaded.slice(half)), unit: 'ms', ratio: sum(loaded.slice(-half)) / sum(loaded.slice(0, half)), bar: { max: 1.25 } })
}
