import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * The ports of an engine by name: its own, or free ones, or those that are given.
 * @param {Record<string, number>} own
 * @param {number | Record<string, number> | undefined} wanted 0 for free ones
 */
export async function portsFor(own, wanted) {
  if (wanted === undefined) return { ...own }
  if (wanted !== 0) return { ...own, ...wanted }
  const names = Object.keys(own)
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => server.address().port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return Object.fromEntries(names.map((name, at) => [name, ports[at]]))
}
