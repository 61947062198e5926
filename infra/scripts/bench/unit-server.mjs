// Small modules behind one server, for dispatch.mjs and units.mjs. What it costs beside requests is told at /figures.
import { openUnits } from '@innoerp/core/testing'
import http from 'node:http'

const [, , folder, kind, count, port] = process.argv
const { handle, loaded } = await openUnits({
  folder,
  kind,
  count: Number(count),
  core: (req, res) => {
    if (req.url === '/figures') globalThis.gc?.()
    res.end(JSON.stringify({ heap: process.memoryUsage().heapUsed, loaded, cpu: process.cpuUsage() }))
  },
})
http.createServer({ keepAliveTimeout: 72_000 }, handle).listen(Number(port), '127.0.0.1')
