import type { TestHost } from '../../src/testing/index.js'
import { createHash } from 'node:crypto'

/** A host to whose registry something is published. */
export type Publisher = Pick<TestHost, 'client' | 'port' | 'home' | 'registryToken'>

/** Publishes a tarball to a host's registry as npm's client does (the npm registry API's publish document). */
export async function publishTarball(host: Publisher, { name, version, tarball }: { name: string; version: string; tarball: Buffer }): Promise<void> {
  const file = `${name}-${version}.tgz`
  const dist = {
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    tarball: `http://localhost:${host.port}/registry/${name}/-/${file}`,
  }
  const document = {
    _id: name,
    name,
    'dist-tags': { test: version },
    versions: { [version]: { name, version, _id: `${name}@${version}`, dist } },
    _attachments: { [file]: { content_type: 'application/octet-stream', data: tarball.toString('base64'), length: tarball.length } },
  }
  const answer = await host.client('localhost').request('PUT', `/registry/${name.replace('/', '%2f')}`, { json: document, headers: { authorization: `Bearer ${host.registryToken}` } })
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`publishing answered ${answer.status}: ${answer.text}`)
}
