import path from 'node:path'
import { defineConfig } from 'vitest/config'

const SECOND = 1000
const ENGINE_TESTS = 'core/test/engines/**/*.test.ts'
const BROWSER_TESTS = '{shell,plugins/*}/test/**/*.browser.test.ts'

const EXCLUDED = ['**/node_modules/**', '**/dist/**', '**/build/**', '**/fixtures/**']
/** What an everyday run has no time for: pages whose like it sees elsewhere (`npm run test:full`). */
const FULL_ONLY = process.env.INNOERP_TEST_SIZE === 'full' ? [] : ['**/*.full.*']

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  test: {
    // Every whole-host test has a PostgreSQL of its own beside it; more at once would only wait for each other.
    maxWorkers: 2,
    exclude: EXCLUDED,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{sdk/*,registry,core,shell,plugins/*}/src/**/*.test.{ts,tsx}', '{sdk/*,shell}/test/**/*.test.ts', 'shell/tools/**/*.test.mjs', 'infra/scripts/**/*.test.mjs'],
          exclude: [BROWSER_TESTS],
          testTimeout: 20 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'host',
          globalSetup: ['core/test/support/server-setup.ts'],
          include: ['{registry,core,plugins/*}/test/**/*.test.ts'],
          exclude: [...EXCLUDED, ...FULL_ONLY, BROWSER_TESTS, ENGINE_TESTS],
          testTimeout: 60 * SECOND,
          hookTimeout: 180 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          globalSetup: ['core/test/support/server-setup.ts'],
          include: [ENGINE_TESTS],
          // Engines and hosts at once are more than two cores bear.
          fileParallelism: false,
          testTimeout: 120 * SECOND,
          hookTimeout: 300 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          exclude: [...EXCLUDED, ...FULL_ONLY],
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
        },
      },
    ],
  },
})
