import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from '../lib/root.mjs'
import { checkBoundaries } from './boundaries.mjs'
import { checkColours } from './colours.mjs'

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

const CHECKS = { rules: oxlint, boundaries: () => own(checkBoundaries), colours: () => own(checkColours) }

/**
 * Runs every check and prints what it finds.
 * @returns {{passed: string[], failed: string[]}} names of checks
 */
export function lint() {
  const results = { passed: [], failed: [] }
  for (const [name, check] of Object.entries(CHECKS)) results[check() ? 'passed' : 'failed'].push(name)
  return results
}
