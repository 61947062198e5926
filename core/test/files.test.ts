import { createHash, createHmac } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDiskStore } from '../src/platform/files/disk-store.js'
import { createFiles, type Files } from '../src/platform/files/index.js'
import { createS3Store } from '../src/platform/files/s3-store.js'
import { A, B, createPlatformRig, type PlatformRig } from './support/platform-rig.js'

const KEYS = { accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG', region: 'eu-central-1', bucket: 'files' }
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

/** The signature that AWS's documents ask for (Signature Version 4), computed anew from the request. */
function signatureOf(request: http.IncomingMessage): string {
  const header = (name: string): string => String(request.headers[name])
  const [, day = '', signed = ''] = /Credential=[^/]+\/(\d{8})\/eu-central-1\/s3\/aws4_request, ?SignedHeaders=([^,]+)/.exec(header('authorization')) ?? []
  const canonical = [
    request.method,
    new URL(request.url ?? '', 'http://x').pathname,
    '',
    ...signed.split(';').map((name) => `${name}:${header(name)}`),
    '',
    signed,
    header('x-amz-content-sha256'),
  ].join('\n')
  const scope = `${day}/${KEYS.region}/s3/aws4_request`
  const key = ['s3', 'aws4_request'].reduce((at, word) => hmac(at, word), hmac(hmac(`AWS4${KEYS.secretKey}`, day), KEYS.region))
  return hmac(key, ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, sha256(canonical)].join('\n')).toString('hex')
}

const objects = new Map<string, Buffer>()
let isBroken = false
const bucket = http.createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const key = request.url ?? ''
  if (isBroken) return void response.writeHead(500).end()
  if (!request.headers.authorization?.endsWith(`Signature=${signatureOf(request)}`)) return void response.writeHead(403).end()
  if (request.method === 'PUT') objects.set(key, Buffer.concat(chunks))
  if (request.method === 'DELETE') return void response.writeHead(objects.delete(key) ? 204 : 404).end()
  const found = objects.get(key)
  response.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : undefined)
})

let rig: PlatformRig
let endpoint: string
beforeAll(async () => {
  rig = await createPlatformRig()
  await rig.database.core.run('platform', `insert into tenant.module_registry (module_id, module_name, category, api_endpoint, version) values ('notes', 'Notes', 'Core', '/api/v1/notes', '1.0.0')`)
  await rig.database.core.run('platform', `insert into tenant.organization_modules (organization_id, module_id, storage_mb) values ($1, 'notes', 1)`, [A])
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`
})
afterAll(async () => {
  bucket.closeAllConnections()
  bucket.close()
  await rig.close()
})

const own = { organizationId: A, moduleId: 'core' }
const text = (content: string): Uint8Array => Buffer.from(content)
const onDisk = () => path.join(rig.home, 'files')
const filesOnDisk = async () => (await readdir(onDisk(), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

describe.each(['disk', 's3'] as const)('files on %s', (where) => {
  const files = (): Files => createFiles({ db: rig.database.core, store: where === 'disk' ? createDiskStore(onDisk()) : createS3Store({ ...KEYS, endpoint }) })
  const count = async () => (where === 'disk' ? (await filesOnDisk()).length : objects.size)

  test('come back byte for byte, to their organization alone', async () => {
    const content = Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 256))
    const stored = await files().store(own, { name: 'Ä b.bin', content })
    expect(stored).toMatchObject({ name: 'Ä b.bin', type: 'application/octet-stream', size: 70_000, sha256: sha256(content) })
    expect(Buffer.from((await files().read(own, stored.id))?.content ?? []).equals(content)).toBe(true)
    expect(await files().read({ ...own, organizationId: B }, stored.id)).toBeUndefined()
    expect(await files().read({ ...own, moduleId: 'notes' }, stored.id)).toBeUndefined()
    expect(await files().remove({ ...own, organizationId: B }, stored.id)).toBe(false)
    await files().remove(own, stored.id)
  })
  test('of the same content lie there once, until the last of them is removed', async () => {
    const [one, two] = [await files().store(own, { name: 'one', content: text('same') }), await files().store(own, { name: 'two', content: text('same') })]
    const other = await files().store({ ...own, organizationId: B }, { name: 'other', content: text('same') })
    expect(await count()).toBe(2)
    await files().remove(own, one.id)
    expect((await files().read(own, two.id))?.content).toHaveLength(4)
    await files().remove(own, two.id)
    await files().remove({ ...own, organizationId: B }, other.id)
    expect(await count()).toBe(0)
  })
  test('stored and removed at the same moment, those that are listed can be read', async () => {
    const put = async (n: number) => {
      const file = await files().store(own, { name: `${n}`, content: text('contended') })
      if (n % 2 === 0) await files().remove(own, file.id)
      return file.id
    }
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => put(n)))
    const found = await Promise.all(ids.map((id) => files().read(own, id)))
    expect(found.map((file) => file !== undefined)).toEqual(ids.map((_, n) => n % 2 === 1))
    for (const id of ids) await files().remove(own, id)
  })
  test('beyond the quota are refused, however many come at once, and leave nothing', async () => {
    const owner = { organizationId: A, moduleId: 'notes' }
    const tries = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => files().store(owner, { name: 'x', content: Buffer.alloc(400_000, n + 1) })))
    const kept = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(kept).toHaveLength(2)
    expect(tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual(Array(3).fill('QUOTA_STORAGE'))
    expect(await count()).toBe(2)
    for (const { id } of kept) await files().remove(owner, id)
  })
})

test('a file that is too large is refused', async () => {
  const files = createFiles({ db: rig.database.core, store: createDiskStore(onDisk()) })
  await expect(files.store(own, { name: 'x', content: Buffer.alloc(26 * 1_048_576) })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
})

test('content on disk is readable by the host alone, and no name of a file reaches the disk', async () => {
  const files = createFiles({ db: rig.database.core, store: createDiskStore(onDisk()) })
  const stored = await files.store(own, { name: '../../../../tmp/evil.txt', content: text('here') })
  const [entry] = await filesOnDisk()
  expect([stored.name, entry?.name]).toEqual(['evil.txt', stored.sha256])
  expect(((await stat(path.join(entry?.parentPath ?? '', entry?.name ?? ''))).mode & 0o777).toString(8)).toBe('600')
})

test('a store that fails, or does not take the signature, is a 503 and leaves no row', async () => {
  const rows = () => rig.database.core.run({ organizationId: A }, `select 1 from platform.files where name = 'lost'`)
  isBroken = true
  await expect(createFiles({ db: rig.database.core, store: createS3Store({ ...KEYS, endpoint }) }).store(own, { name: 'lost', content: text('lost') })).rejects.toMatchObject({ code: 'FILE_STORE' })
  isBroken = false
  const store = createS3Store({ ...KEYS, endpoint, secretKey: 'another' })
  await expect(createFiles({ db: rig.database.core, store }).store(own, { name: 'lost', content: text('lost') })).rejects.toMatchObject({ code: 'FILE_STORE' })
  expect(await rows()).toEqual([])
})
