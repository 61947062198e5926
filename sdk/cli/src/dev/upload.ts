import { createHash } from 'node:crypto'
import { CliError } from '../cli-error.js'
import { request } from '../host/request.js'

/** The registry of the host that develops. */
export interface OwnRegistry {
  port: number
  token: string
}

export interface Upload {
  name: string
  version: string
  tarball: Buffer
}

const TAKEN = 409

/**
 * Publishes as npm's client does it (npm registry API, `PUT /{package}`), which would take longer to start than all the rest of a
 * reload. A version that is there stays as it is.
 */
export async function upload({ name, version, tarball }: Upload, { port, token }: OwnRegistry): Promise<void> {
  const registry = `http://localhost:${port}/registry/`
  const file = `${name}-${version}.tgz`
  const dist = {
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    tarball: `${registry}${name}/-/${file}`,
  }
  const json = {
    _id: name,
    name,
    'dist-tags': { dev: version },
    versions: { [version]: { name, version, _id: `${name}@${version}`, dist } },
    _attachments: { [file]: { content_type: 'application/octet-stream', data: tarball.toString('base64'), length: tarball.length } },
  }
  const answer = await request(new URL(name.replace('/', '%2f'), registry), { method: 'PUT', headers: { authorization: `Bearer ${token}` }, json })
  if (answer.status >= 400 && answer.status !== TAKEN) throw new CliError(`The registry answered ${answer.status} to ${name}@${version}: ${JSON.stringify(answer.body)}`)
}
