// npm run bench: what a request, a start and a page cost, side by side with a bare server in the same run.
//   npm run bench -- --only hot-path|dispatch|units|process|lifecycle|scale|startup|bytes    -- --json FILE
import { parseArgs } from 'node:util'
import { createFigures } from './figures.mjs'
import { pinSelf } from './processes.mjs'
import { loadTool } from './load.mjs'

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' } } })
const PARTS = {
  'hot-path': async (figures) => (await import('./hot-path.mjs')).hotPath(figures, { ...(values.rounds && { rounds: Number(values.rounds) }), ...(values.seconds && { seconds: Number(values.seconds) }) }),
  dispatch: async (figures) => (await import('./dispatch.mjs')).dispatch(figures),
  units: async (figures) => (await import('./units.mjs')).units(figures),
  process: async (figures) => (await import('./process.mjs')).processes(figures),
  lifecycle: async (figures) => (await import('./lifecycle.mjs')).lifecycle(figures),
  scale: async (figures) => (await import('./scale.mjs')).scale(figures),
  startup: async (figures) => (await import('./startup.mjs')).startup(figures),
  bytes: async (figures) => (await import('./bytes.mjs')).bytes(figures),
}
if (values.only && !(values.only in PARTS)) {
  console.error(`There is no part ${values.only}; there are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
pinSelf(1) // load and PostgreSQL on core 1; servers are put on core 0
const figures = createFigures()
for (const [name, run] of Object.entries(PARTS)) if (!values.only || values.only === name) await run(figures)
console.log(`load by ${loadTool}, 64 connections; server on core 0, load and PostgreSQL on core 1\n`)
figures.print()
if (values.json) figures.save(values.json)
