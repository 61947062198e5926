import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../lib/root.mjs'
import { runShown } from '../lib/run.mjs'

/**
 * Runs one project of vitest.config.ts, its output shown as it comes.
 * @returns {Promise<import('./suites.mjs').Result & {files: string[]}>}
 */
export async function vitest(project, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'innoerp-test-'))
  const report = join(folder, 'report.json')
  try {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'infra/scripts/test/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runShown(process.execPath, args, { env: { ...process.env, ...env } })
    return summary(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Counts a report. What fails outside of any test counts as one failure: a file that cannot be loaded, an error that nobody caught. */
export function summary(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, note: 'ended without a report', files: [] }
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = report
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'))
  const failed = numFailedTests + unloaded.length
  const files = testResults.map(({ name }) => relative(root, name))
  const counts = { passed, failed, skipped: numPendingTests + numTodoTests, files }
  if (failed > 0 || code === 0) return passed + failed > 0 ? counts : { ...counts, failed: 1, note: 'ran no test' }
  return { ...counts, failed: 1, note: 'an error outside of the tests' }
}
