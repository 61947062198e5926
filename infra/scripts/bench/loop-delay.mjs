// Loaded into a host by --import: on SIGUSR2 it writes the event loop's delay since the last time into BENCH_LOOP_FILE.
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('SIGUSR2', () => {
  writeFileSync(process.env.BENCH_LOOP_FILE, JSON.stringify({ p99: delay.percentile(99) / 1e6 }))
  delay.reset()
})
