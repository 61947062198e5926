import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '../../src/testing/index.js'
import { CRM } from '../support/modules.js'
import { install } from '../support/operations.js'
import { ownKey, publishVariant } from '../support/variants.js'

interface Version {
  version: string
  state: string
  isolation: string
  error: string | null
}

/** Three starts and deaths, on a machine that is busy with other tests. */
const PATIENCE_MS = 50_000

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ module: CRM })))
afterAll(() => host.close())

/** A version of CRM as its authors build it: signed with a key that is trusted for a process of its own. */
const publish = async (version: string, atImport = '') =>
  publishVariant(host, CRM, {
    version,
    key: await ownKey(host, 'development'),
    change: async (folder) => {
      const file = path.join(folder, 'build', 'server.js')
      await writeFile(file, `${atImport}\n${await readFile(file, 'utf8')}`)
    },
  })
const stateOf = async (version: string): Promise<Version | undefined> =>
  (await host.superAdmin.get<{ versions: Version[] }>('/api/v1/module-registry/crm').expect(200)).versions.find((row) => row.version === version)
const pin = (range: string) => host.superAdmin.request('PUT', `/api/v1/modules/organization/${host.acme.id}/crm/version`, { json: { range } }).expect(200)
const companies = () => host.acme.admin.get<{ items: { name: string }[] }>('/api/v1/crm/companies')

describe('a version that is trusted for a process of its own', () => {
  test('is installed, and serves its organization beside the one in the host’s process', async () => {
    await host.acme.admin.post('/api/v1/crm/companies', { name: 'Made inline' }).expect(201)
    expect(await install(host, await publish('1.9.0'))).toMatchObject({ state: 'succeeded' })
    expect(await stateOf('1.9.0')).toMatchObject({ state: 'active', isolation: 'process' })
    await pin('1.9.0')
    const made = await host.acme.admin.post('/api/v1/crm/companies', { name: 'Made apart' })
    expect([made.status, made.headers['x-innoerp-module']]).toEqual([201, 'crm@1.9.0'])
    expect((await companies()).body.items.map(({ name }) => name)).toEqual(['Made apart', 'Made inline'])
    expect((await host.globex.admin.get<{ items: unknown[] }>('/api/v1/crm/companies').expect(200)).items).toEqual([])
  })
  test('is not activated where it does not start', async () => {
    expect(await install(host, await publish('1.9.1', `throw new Error('boom at import')`))).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('boom at import') } })
    expect((await stateOf('1.9.1'))?.state).not.toBe('active')
    expect((await companies()).status).toBe(200)
  })
  test('is quarantined when it misbehaves, and again when it is released and has not improved', async () => {
    const { version } = await publish('1.9.2', `setTimeout(() => { throw new Error('boom later') }, 300)`)
    expect(await install(host, { name: '@innoerp/module-crm', version })).toMatchObject({ state: 'succeeded' })
    await pin(version)
    await expect.poll(() => stateOf(version), { timeout: PATIENCE_MS }).toMatchObject({ state: 'quarantined', error: expect.stringContaining('boom later') })
    const answer = await companies()
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1'])
    await host.superAdmin.post(`/api/v1/module-registry/crm/versions/${version}/release`).expect(202)
    await expect.poll(async () => (await stateOf(version))?.state, { timeout: PATIENCE_MS }).toBe('active')
    await expect.poll(async () => (await stateOf(version))?.state, { timeout: PATIENCE_MS }).toBe('quarantined')
    await pin('1.0.0')
    expect((await companies()).status).toBe(200)
  }, 4 * PATIENCE_MS)
})
