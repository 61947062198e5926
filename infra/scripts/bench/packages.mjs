// Publishes a built module to a host under a number of its own, and installs it.
import { packPackage, signPackage } from '@innoerp/sdk/packaging'
import { createHash, createPrivateKey } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Signs the build of `module` with one of the host's keys (`first-party` or `development`) and publishes it; `{name, version}`. */
export async function publishBuilt(host, module, { version, key }) {
  const folder = mkdtempSync(join(tmpdir(), 'innoerp-bench-package-'))
  cpSync(join(module, 'build'), join(folder, 'build'), { recursive: true })
  const description = JSON.parse(readFileSync(join(module, 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...description, version }))
  await signPackage(folder, createPrivateKey(readFileSync(join(host.home, 'keys', `${key}.pem`))))
  const tarball = await packPackage(folder)
  rmSync(folder, { recursive: true })
  const { name } = description
  const file = `${name}-${version}.tgz`
  const digest = (algorithm, encoding) => createHash(algorithm).update(tarball).digest(encoding)
  const dist = { integrity: `sha512-${digest('sha512', 'base64')}`, shasum: digest('sha1', 'hex'), tarball: `http://localhost:${host.port}/registry/${name}/-/${file}` }
  const json = { _id: name, name, 'dist-tags': { bench: version }, versions: { [version]: { name, version, _id: `${name}@${version}`, dist } }, _attachments: { [file]: { content_type: 'application/octet-stream', data: tarball.toString('base64'), length: tarball.length } } }
  const answer = await host.client('localhost').request('PUT', `/registry/${name.replace('/', '%2f')}`, { json, headers: { authorization: `Bearer ${host.registryToken}` } })
  if (answer.status >= 300) throw new Error(`publishing answered ${answer.status}: ${answer.text}`)
  return { name, version }
}

/** Installs and activates a published version; resolves when its operation has ended well. */
export async function install(host, { name, version }) {
  const { operation_id } = await host.superAdmin.post('/api/v1/module-registry/install', { package: name, version }).expect(202)
  for (let state = 'running'; state !== 'succeeded'; await sleep(10)) {
    const operation = await host.superAdmin.get(`/api/v1/operations/${operation_id}`).expect(200)
    if (operation.state === 'failed') throw new Error(operation.error.message)
    state = operation.state
  }
}
