import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'

/**
 * What `sslmode` and `sslrootcert` of a `postgres://` address ask for. `require` checks the server like `verify-full`: a certificate that
 * nobody checks keeps no secret. `verify-ca` does not compare names. `sslrootcert` is a PEM file of the authority; absent, the system's count.
 */
export function databaseTlsOf(searchParams: URLSearchParams): true | ConnectionOptions | undefined {
  const mode = searchParams.get('sslmode')
  if (mode !== 'require' && mode !== 'verify-ca' && mode !== 'verify-full') return undefined
  const file = searchParams.get('sslrootcert')
  const options: ConnectionOptions = { ...(file && { ca: readFileSync(file) }), ...(mode === 'verify-ca' && { checkServerIdentity: () => undefined }) }
  return Object.keys(options).length > 0 ? options : true
}
