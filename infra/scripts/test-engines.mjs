// npm run test:engines: the tests on real engines; an engine that cannot be had here is named, and its tests are skipped.
import { requireNode } from './lib/node-version.mjs'
import { endChildrenOnSignals } from './lib/run.mjs'
import { setUp } from './lib/set-up.mjs'

requireNode()
const result = (await setUp()) ? await test() : { passed: 0, failed: 1, skipped: 0 }
console.log(`\n${result.passed} passed, ${result.failed} failed${result.skipped > 0 ? `, ${result.skipped} skipped` : ''}`)
process.exitCode = result.failed > 0 ? 1 : 0

async function test() {
  endChildrenOnSignals()
  const { engineNames, whyNotHere } = await import('../local/start.mjs')
  const { vitest } = await import('./test/vitest.mjs')
  const missing = []
  for (const name of engineNames()) {
    const why = await whyNotHere(name)
    if (why) missing.push(`  skipped: ${name}: ${why}`)
  }
  const result = await vitest('engines')
  for (const line of missing) console.log(line)
  if (result.note) console.log(`  ${result.note}`)
  return result
}
