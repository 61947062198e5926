import { startTestServer } from '../../src/testing/index.js'

/** One PostgreSQL for the whole run; every test file makes databases of its own in it. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  process.env.INNOERP_TEST_SERVER = JSON.stringify(server.address)
  return () => server.stop()
}
