// node oidc.mjs PORT FOLDER: an OpenID provider whose package lies in the folder's node_modules.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , port, folder] = process.argv
const { Provider } = await import(pathToFileURL(createRequire(join(folder, 'index.js')).resolve('oidc-provider')).href)
const client = {
  client_id: 'innoerp',
  client_secret: 'innoerp-local-secret',
  redirect_uris: ['http://localhost:8000/callback'],
  grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
}
const provider = new Provider(`http://127.0.0.1:${port}`, { clients: [client], features: { clientCredentials: { enabled: true } } })
provider.listen(Number(port), '127.0.0.1')
