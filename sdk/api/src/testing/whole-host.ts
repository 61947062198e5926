import { afterAll, beforeAll } from 'vitest'
import { createTestHost, type TestHost, type TestHostOptions } from './test-host.js'

const START_MS = 120_000

/**
 * One whole host for all tests of a file, started before them and closed after them.
 * @example const host = wholeHost({ module: path.resolve(import.meta.dirname, '..') })
 *          test('…', async () => { await host.current.acme.admin.get('/api/v1/notes').expect(200) })
 */
export function wholeHost(options: TestHostOptions): { readonly current: TestHost } {
  let host: TestHost | undefined
  beforeAll(async () => {
    host = await createTestHost(options)
  }, START_MS)
  afterAll(() => host?.close())
  return {
    get current() {
      if (!host) throw new Error('The host runs inside of tests only.')
      return host
    },
  }
}
