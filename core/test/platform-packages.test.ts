import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPlatformPackages } from '../src/host/platform-packages.js'
import { createTestHost, type TestHost } from '../src/testing/index.js'

interface Packument {
  'dist-tags': { latest: string }
  versions: Record<string, { dependencies?: Record<string, string>; devDependencies?: object; peerDependencies?: Record<string, string>; bin?: object; dist: { integrity: string; tarball: string } }>
}

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ servesPlatform: true })))
afterAll(() => host.close())

const packument = (name: string) => host.client('localhost').get<Packument>(`/registry/@innoerp%2f${name}`).expect(200)
const latest = async (name: string) => {
  const { versions, 'dist-tags': tags } = await packument(name)
  return { version: tags.latest, ...versions[tags.latest] }
}

test('the registry serves the platform’s packages to the first who asks, several at once', async () => {
  const all = await Promise.all(['sdk', 'cli', 'config', 'core', 'shell', 'registry'].map(latest))
  expect(all.map(({ version }) => version)).toEqual(Array(6).fill('1.0.0'))
  for (const { dist } of all) expect(dist?.integrity).toMatch(/^sha512-/)
})

test('they depend on each other by exact version, and on no tool of this repository', async () => {
  expect(await latest('cli')).toMatchObject({ bin: { innoerp: './bin/innoerp.js' }, dependencies: { '@innoerp/sdk': '1.0.0', '@innoerp/config': '1.0.0' } })
  expect(await latest('core')).toMatchObject({ dependencies: { '@innoerp/shell': '1.0.0', '@innoerp/registry': '1.0.0' } })
  expect(await latest('sdk')).toMatchObject({ peerDependencies: { '@innoerp/core': '*' } })
  expect(await latest('core')).not.toHaveProperty('devDependencies')
})

test('what cannot be found stays so', async () => {
  expect((await host.client('localhost').get('/registry/@innoerp%2fnothing')).status).toBe(404)
})

test('other content under a taken number is published beside it, and `latest` names it', async () => {
  const owner = await host.host.platform.database.connectAsOwner()
  // As if the release on this disk had been another one when it was published.
  await owner.query(`update registry.versions set manifest = jsonb_set(manifest::jsonb, '{innoerpRelease}', '"other"')::json where package = '@innoerp/sdk'`)
  await owner.end()
  const again = createPlatformPackages({ platform: host.host.platform, registryUrl: () => `http://127.0.0.1:${host.port}/registry/` })
  await again.publish()
  const { version } = await latest('sdk')
  expect(version).toMatch(/^1\.0\.0-dev\.[0-9a-f]{8}$/)
  expect(await latest('cli')).toMatchObject({ version, dependencies: { '@innoerp/sdk': version } })
  await again.publish()
  expect(Object.keys((await packument('sdk')).versions)).toEqual(['1.0.0-dev.' + version.slice(-8), '1.0.0'])
})
