import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lint } from '../lint/checks.mjs'
import { packagesOf, sourcesOf } from '../lint/sources.mjs'
import { root } from '../lib/root.mjs'
import { run } from '../lib/run.mjs'
import { chromium } from './chromium.mjs'
import { vitest } from './vitest.mjs'

const isFull = () => process.env.INNOERP_TEST_SIZE === 'full'

/**
 * What a suite came to.
 * @typedef {{passed: number, failed: number, skipped: number, note?: string, files?: string[]}} Result
 */

/** The suites in the order in which they run, quick ones first. Each is a function without arguments that gives a {@link Result}. */
export const SUITES = {
  lint: () => {
    const { passed, failed } = lint()
    return { passed: passed.length, failed: failed.length, skipped: 0, ...(failed.length > 0 && { note: failed.join(', ') }) }
  },
  types: checkTypes,
  unit: () => vitest('unit'),
  host: () => vitest('host'),
  browser: testInBrowser,
}

/** Sources that no build of a package checks: tests, modules and their template (bundlers drop types), the shell. */
function typeProjects() {
  const folders = ['shell', 'sdk/cli/templates/module', ...[...packagesOf(root).keys()].filter((folder) => folder.startsWith('plugins/')), 'infra/scripts/test']
  return folders.flatMap((folder) => {
    const found = readdirSync(join(root, folder)).filter((name) => /^tsconfig.*\.json$/.test(name)).map((name) => `${folder}/${name}`)
    return found.length > 0 ? found : [`${folder}/tsconfig.json`]
  })
}

async function checkTypes() {
  const result = { passed: 0, failed: 0, skipped: 0 }
  for (const project of typeProjects()) {
    try {
      await run(process.execPath, ['node_modules/typescript/bin/tsc', '--project', project, '--noEmit'])
      result.passed++
    } catch (error) {
      console.log(error.message)
      result.failed++
    }
  }
  return result
}

async function testInBrowser() {
  const { path, why } = await chromium()
  if (path) return vitest('browser', { CHROMIUM_PATH: path })
  const files = sourcesOf(root, /\.browser\.test\.ts$/)
  return { passed: 0, failed: 0, skipped: files.length, note: why, files }
}

/**
 * Test files that stand in the checkout and that no suite answers for; `*.full.*` are for the full size alone, a template's run where it
 * is made, and those of engines run by `npm run test:engines`.
 */
export function forgotten(results) {
  const ran = new Set(results.flatMap(({ files = [] }) => files))
  const isOurs = (path) => (isFull() || !path.includes('.full.')) && !path.includes('/templates/') && !path.startsWith('core/test/engines/')
  return sourcesOf(root, /\.test\.(ts|tsx|mjs)$/).filter((path) => !ran.has(path) && isOurs(path))
}
