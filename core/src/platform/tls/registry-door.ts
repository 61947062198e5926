import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RegistryDoor {
  port: number
  close(): void
}

/** A way in for the host itself, whose npm client does not know the certificate's names. It is on the loopback alone and leads to the registry alone. */
export async function openRegistryDoor(handle: RequestListener): Promise<RegistryDoor> {
  const server = http.createServer((req, res) => {
    if (req.url?.startsWith('/registry/')) handle(req, res)
    else res.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port: 0, host: '127.0.0.1' }, resolve))
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { port: (server.address() as AddressInfo).port, close }
}
