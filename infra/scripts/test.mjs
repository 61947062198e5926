// npm test: sets up the checkout and runs all suites, or those that are named: `npm test -- lint unit`. With --full, at full size.
import { parseArgs } from 'node:util'
import { requireNode } from './lib/node-version.mjs'
import { endChildrenOnSignals } from './lib/run.mjs'
import { setUp } from './lib/set-up.mjs'

const NOTHING = { passed: 0, failed: 0, skipped: 0, seconds: 0 }

requireNode()
const { values, positionals } = parseArgs({ allowPositionals: true, options: { full: { type: 'boolean', default: false } } })
if (values.full) process.env.INNOERP_TEST_SIZE = 'full'
report((await setUp()) ? await runSuites(positionals) : { 'set-up': { ...NOTHING, failed: 1 } })

async function runSuites(names) {
  endChildrenOnSignals()
  // What these import is installed only now.
  const { SUITES, forgotten } = await import('./test/suites.mjs')
  const results = {}
  for (const name of names.length > 0 ? names : Object.keys(SUITES)) {
    if (!Object.hasOwn(SUITES, name)) throw new Error(`There is no suite ${name}; there are ${Object.keys(SUITES).join(', ')}.`)
    console.log(`\n── ${name}`)
    const began = performance.now()
    results[name] = { ...(await SUITES[name]()), seconds: (performance.now() - began) / 1000 }
  }
  const left = names.length > 0 ? [] : forgotten(Object.values(results))
  if (left.length > 0) results.forgotten = { ...NOTHING, failed: left.length, note: left.join(', ') }
  return results
}

function report(results) {
  console.log()
  for (const [name, result] of Object.entries(results)) {
    const note = result.note ? `: ${result.note}` : ''
    console.log(`${result.failed > 0 ? '✗' : '✓'} ${name} in ${result.seconds.toFixed(1)} s, ${counts(result)}${note}`)
  }
  const sum = (key) => Object.values(results).reduce((total, result) => total + result[key], 0)
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  process.exitCode = total.failed > 0 ? 1 : 0
  console.log(counts(total))
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
