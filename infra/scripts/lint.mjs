// npm run lint: oxlint's rules, import boundaries, colours.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { checkBoundaries } from './lint/boundaries.mjs'
import { checkColours } from './lint/colours.mjs'
import { root } from './lib/root.mjs'

const RULES = 'sdk/config/oxlint/base.json'

function oxlint() {
  const bin = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
  const { status } = spawnSync(process.execPath, [bin, '--config', RULES, '--deny-warnings', '--format', 'unix', '.'], { cwd: root, stdio: 'inherit' })
  return status === 0
}

function own(check) {
  const problems = check(root)
  for (const { path, line, message } of problems) console.log(`${path}:${line}: ${message}`)
  return problems.length === 0
}

const checks = { rules: oxlint, boundaries: () => own(checkBoundaries), colours: () => own(checkColours) }
const failed = Object.keys(checks).filter((name) => !checks[name]())
console.log(failed.length === 0 ? 'lint: no problems' : `lint: ${failed.join(', ')} not in order`)
process.exitCode = failed.length === 0 ? 0 : 1
