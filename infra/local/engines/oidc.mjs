import { join } from 'node:path'
import { fromNpm } from '../lib/tools.mjs'
import { jsonOf } from '../lib/until.mjs'

const SERVER = join(import.meta.dirname, '../servers/oidc.mjs')
const isProvider = async (port) => (await jsonOf(`http://127.0.0.1:${port}/.well-known/openid-configuration`))?.issuer === `http://127.0.0.1:${port}`

export const engine = {
  about: 'OpenID provider with one client: innoerp, secret innoerp-local-secret',
  ports: { oidc: 9401 },
  install: async (cache) => ({ node: process.execPath, packages: await fromNpm(cache, 'oidc-provider@9.13.3') }),
  start: ({ ports, programs, launch }) => launch('oidc', { command: [programs.node, SERVER, String(ports.oidc), programs.packages], isReady: () => isProvider(ports.oidc) }),
  url: ({ oidc }) => `http://127.0.0.1:${oidc}`,
  isReady: ({ oidc }) => isProvider(oidc),
}
