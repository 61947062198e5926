import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { root } from '../lib/root.mjs'
import { chromium } from './chromium.mjs'
import { forgotten } from './suites.mjs'
import { summary } from './vitest.mjs'

describe('the summary of a run', () => {
  const file = (status, ...tests) => ({ name: join(root, 'core/src/a.test.ts'), status, assertionResults: tests.map((one) => ({ status: one })) })
  const report = (counts, ...testResults) => ({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults, ...counts })

  test('counts tests, and names the files they are in', () => {
    expect(summary(report({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }, file('failed', 'failed', 'passed')), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      files: ['core/src/a.test.ts'],
    })
  })

  test('counts a file that cannot be loaded as failed', () => {
    expect(summary(report({ numPassedTests: 2 }, file('passed', 'passed'), file('failed')), 1)).toMatchObject({ passed: 2, failed: 1 })
  })

  test.each([
    ['an error that no test caught', report({ numPassedTests: 2 }, file('passed', 'passed')), 1],
    ['a run that ran nothing', report({}), 0],
    ['a run that skipped everything', report({ numPendingTests: 3 }, file('passed')), 0],
    ['a run without a report', undefined, 0],
  ])('counts %s as failed', (_, given, code) => {
    expect(summary(given, code)).toMatchObject({ failed: 1, note: expect.any(String) })
  })
})

test('a test file that no suite answers for is found', () => {
  const all = forgotten([])
  expect(all).toContain('infra/scripts/test/runner.test.mjs')
  expect(forgotten([{ files: all.slice(1) }, {}])).toEqual([all[0]])
})

describe('Chromium', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('is the one that CHROMIUM_PATH names', async () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(await chromium()).toEqual({ path: process.execPath })
  })

  test('is not replaced by another when the named one cannot be run', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    expect(await chromium()).toEqual({ why: expect.stringContaining('/nowhere/chromium') })
  })
})
