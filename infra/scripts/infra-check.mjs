// npm run check:infra: checks compositions, images and manifests with the tools that they are for, each fetched the first time. What
// cannot be had here is named as skipped.
import { CHECKS } from './infra/checks.mjs'
import { toolOf } from './infra/tools.mjs'
import { endChildrenOnSignals } from './lib/run.mjs'

endChildrenOnSignals()
const found = new Map()
for (const name of new Set(CHECKS.flatMap(({ tools }) => tools))) found.set(name, await toolOf(name))

const count = { passed: 0, failed: 0, skipped: 0 }
for (const { name, tools, work } of CHECKS) {
  const missing = tools.filter((tool) => found.get(tool).why)
  if (missing.length > 0) {
    count.skipped++
    console.log(`· ${name}: skipped, ${missing.map((tool) => `${tool} cannot be had here (${found.get(tool).why})`).join('; ')}`)
    continue
  }
  try {
    await work(tools.map((tool) => found.get(tool).file))
    count.passed++
    console.log(`✓ ${name}`)
  } catch (error) {
    count.failed++
    console.log(`✗ ${name}\n${error.message}`)
  }
}
process.exitCode = count.failed > 0 ? 1 : 0
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`)
