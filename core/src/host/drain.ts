import type http from 'node:http'

const DRAIN_MS = 5_000

/** No new requests; those under way are answered, for a while. */
export async function drain(server: http.Server, closeServices: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))
  server.closeIdleConnections()
  await closeServices()
  server.closeIdleConnections()
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())])
  server.closeAllConnections()
}
