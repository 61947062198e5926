// npm run bench:engines: what real engines cost, each beside the barest way to use the same engine in the same run.
//   npm run bench:engines -- --only PART    -- --json FILE
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { createFigures } from '../bench/figures.mjs'

const PARTS = {
  kafka: async (figures) => (await import('./kafka.mjs')).kafka(figures),
}

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
if (values.only && !Object.hasOwn(PARTS, values.only)) {
  console.error(`There is no part ${values.only}; there are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const figures = createFigures()
for (const [name, run] of Object.entries(PARTS)) if (!values.only || values.only === name) await run(figures)
console.log(`load of the machine at the end: ${loadavg().map((load) => load.toFixed(1)).join(', ')}\n`)
figures.print()
if (values.json) figures.save(values.json)
