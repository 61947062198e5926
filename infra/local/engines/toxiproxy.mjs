import { fromGo, onPath } from '../lib/tools.mjs'
import { jsonOf } from '../lib/until.mjs'

const isProxy = async (port) => (await jsonOf(`http://127.0.0.1:${port}/proxies`)) !== undefined

export const engine = {
  about: 'Toxiproxy, which cuts and slows connections; driven by HTTP',
  ports: { toxiproxy: 8474 },
  install: async (cache) => ({
    // The module calls its program so.
    server: onPath('toxiproxy-server') ?? (await fromGo(cache, { module: 'github.com/Shopify/toxiproxy/v2/cmd/server@v2.5.0', program: 'server' })),
  }),
  start: ({ ports, programs, launch }) => launch('toxiproxy', { command: [programs.server, '-host', '127.0.0.1', '-port', String(ports.toxiproxy)], isReady: () => isProxy(ports.toxiproxy) }),
  url: ({ toxiproxy }) => `http://127.0.0.1:${toxiproxy}`,
  isReady: ({ toxiproxy }) => isProxy(toxiproxy),
}
