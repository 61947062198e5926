import { spawnSync } from 'node:child_process'
import { createHash, createPrivateKey } from 'node:crypto'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { keyIdOf } from '@innoerp/sdk/packaging'
import { list } from 'tar'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { innoerp, openScratch, type Scratch } from './scratch.js'

/** Built and signed once; each test has a copy. */
let ready: Scratch
let scratch: Scratch
beforeAll(async () => {
  ready = await openScratch()
  await innoerp(['build'], { cwd: ready.module })
  await innoerp(['keys', 'create', '--out', '../key.pem'], { cwd: ready.module })
  await innoerp(['sign', '--key', '../key.pem'], { cwd: ready.module })
})
afterAll(() => ready.remove())
beforeEach(async () => {
  scratch = await openScratch(ready.folder)
})
afterEach(() => scratch.remove())

const run = (args: string[], env?: Record<string, string>) => innoerp(args, { cwd: scratch.module, ...(env && { env }) })

describe('innoerp keys create', () => {
  test('writes a key that only its owner can read, and never over another', async () => {
    const makeKey = () => run(['keys', 'create'])
    expect(await makeKey()).toMatchObject({ code: 0, said: expect.stringMatching(/key [0-9a-f]{16}\.[^]*BEGIN PUBLIC KEY/) })
    const file = join(scratch.module, 'signing.pem')
    expect(await scratch.read('signing.pub.pem')).toContain('BEGIN PUBLIC KEY')
    const before = await readFile(file, 'utf8')
    expect(before).toContain('BEGIN PRIVATE KEY')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await makeKey()).toMatchObject({ code: 1, said: expect.stringContaining('exists already') })
    expect(await readFile(file, 'utf8')).toBe(before)
  })
})

describe('innoerp sign', () => {
  const signature = () => scratch.read('innoerp.sig.json').then(JSON.parse) as Promise<{ key_id: string }>

  test('takes the key of --key, of INNOERP_SIGNING_KEY as file or text, or of the home', async () => {
    const pem = await readFile(join(scratch.folder, 'key.pem'), 'utf8')
    const id = keyIdOf(createPrivateKey(pem))
    await run(['keys', 'create', '--out', '../other.pem'])
    const ways: [string[], Record<string, string>?][] = [
      [['--key', '../key.pem'], { INNOERP_SIGNING_KEY: '../other.pem' }],
      [[], { INNOERP_SIGNING_KEY: '../key.pem' }],
      [[], { INNOERP_SIGNING_KEY: pem }],
    ]
    for (const [args, env] of ways) {
      await writeFile(join(scratch.module, 'innoerp.sig.json'), '')
      expect(await run(['sign', ...args], env)).toMatchObject({ code: 0, said: expect.stringContaining(`10 files signed with the key ${id}`) })
      expect((await signature()).key_id).toBe(id)
    }
  })

  test.each([
    ['there is none', {}, '.innoerp/keys/development.pem'],
    ['it is no key', { INNOERP_SIGNING_KEY: 'package.json' }, 'holds no private key'],
    ['it is not there', { INNOERP_SIGNING_KEY: 'gone.pem' }, 'gone.pem'],
  ])('says which key is missing when %s', async (_, env, message) => {
    expect(await run(['sign'], env)).toMatchObject({ code: 1, said: expect.stringContaining(message) })
  })

  test('signs exactly what npm packs, package.json as it is now', async () => {
    await scratch.replace('package.json', ['"1.2.0"', '"1.2.1"'])
    await scratch.write('README.md', '# Notes')
    await scratch.write('src/notes.txt', 'not packed')
    expect(await run(['sign', '--key', '../key.pem'])).toMatchObject({ code: 0 })
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: scratch.module, encoding: 'utf8' })
    const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[]
    const signed = JSON.parse(await scratch.read('innoerp.sig.json')) as { files: Record<string, string> }
    expect([...Object.keys(signed.files), 'innoerp.sig.json'].sort()).toEqual(packed?.files.map(({ path }) => path).sort())
    expect(Object.keys(signed.files)).toEqual(expect.arrayContaining(['README.md', 'build/server.js', 'package.json']))
  })

  test('refuses a package.json that leaves out what a host needs', async () => {
    await scratch.replace('package.json', ['"build", ', ''])
    expect(await run(['sign', '--key', '../key.pem'])).toMatchObject({ code: 1, said: expect.stringContaining('has to say "files": ["build","innoerp.sig.json"]') })
  })

  test('asks for a build first', async () => {
    expect(await innoerp(['sign'], { cwd: scratch.folder })).toMatchObject({ code: 1, said: expect.stringContaining('Run `innoerp build` first') })
  })
})

interface Upload {
  authorization: string | undefined
  body: { name: string; 'dist-tags': Record<string, string>; versions: Record<string, { dist: { integrity: string } }>; _attachments: Record<string, { data: string }> }
}

describe('innoerp publish', () => {
  let server: Server
  let uploads: Upload[]
  let status: number
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry/`
  const publish = (...args: string[]) => run(['publish', ...args], { INNOERP_REGISTRY_URL: url(), INNOERP_REGISTRY_TOKEN: 's3cret' })

  beforeEach(async () => {
    uploads = []
    status = 201
    server = createServer(async (request, response) => {
      if (request.method === 'PUT') uploads.push({ authorization: request.headers.authorization, body: JSON.parse(await text(request)) as Upload['body'] })
      response.writeHead(request.method === 'PUT' ? status : 404, { 'content-type': 'application/json' }).end('{}')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  test('gives npm the package as it was signed, and the token', async () => {
    expect(await publish()).toMatchObject({ code: 0, said: `@innoerp/module-notes@1.2.0: published to ${url()}` })
    expect(uploads).toMatchObject([{ authorization: 'Bearer s3cret', body: { name: '@innoerp/module-notes', 'dist-tags': { latest: '1.2.0' } } }])
    const { files } = JSON.parse(await scratch.read('innoerp.sig.json')) as { files: Record<string, string> }
    expect(await filesOf(uploads[0]?.body)).toMatchObject(files)
  })

  test('is not led astray by settings of the project or of an npm that runs it', async () => {
    await scratch.write('.npmrc', '@innoerp:registry=http://127.0.0.1:1/\nregistry=http://127.0.0.1:1/\n')
    await scratch.write('build/.npmrc', '@innoerp:registry=http://127.0.0.1:1/\n')
    const env = { npm_config_registry: 'http://127.0.0.1:1/', INNOERP_REGISTRY_TOKEN: 's3cret' }
    expect(await run(['publish', '--registry', url()], env)).toMatchObject({ code: 0 })
    expect(uploads).toHaveLength(1)
  })

  test('keeps a pre-release off the tag that everybody gets', async () => {
    await scratch.replace('package.json', ['"1.2.0"', '"1.3.0-beta.1"'])
    await run(['build'])
    await run(['sign', '--key', '../key.pem'])
    expect(await publish()).toMatchObject({ code: 0 })
    expect(uploads[0]?.body['dist-tags']).toEqual({ beta: '1.3.0-beta.1' })
  })

  test('says what the registry answered', async () => {
    status = 403
    expect(await publish()).toMatchObject({ code: 1, said: expect.stringMatching(/could not publish @innoerp\/module-notes@1\.2\.0[^]*E403/) })
  })

  test('takes registry and token from .npmrc where the environment has none', async () => {
    await scratch.write('.npmrc', `@innoerp:registry=${url()}\n//127.0.0.1:${new URL(url()).port}/registry/:_authToken=from-file\n`)
    expect(await run(['publish'])).toMatchObject({ code: 0 })
    expect(uploads).toMatchObject([{ authorization: 'Bearer from-file' }])
  })

  test('says that a token is wrong', async () => {
    status = 401
    const { code, said } = await publish()
    expect([code, said]).toEqual([1, expect.stringContaining('does not accept the token')])
    expect(said).not.toMatch(/^\s+at /m)
  })

  test('refuses without a signature, a token or an address', async () => {
    expect(await run(['publish', '--registry', url()])).toMatchObject({ code: 1, said: expect.stringContaining('needs a token') })
    expect(await publish('--registry', 'registry')).toMatchObject({ code: 1, said: expect.stringContaining('not the address of a registry') })
    await scratch.write('build/server.js', 'export default 1')
    expect(await publish()).toMatchObject({ code: 1, said: expect.stringMatching(/was changed after it was signed[^]*build\/server\.js was changed/) })
    await rm(join(scratch.module, 'innoerp.sig.json'))
    expect(await publish()).toMatchObject({ code: 1, said: expect.stringContaining('is not signed') })
    expect(uploads).toEqual([])
  })
})

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

async function filesOf(body: Upload['body'] | undefined): Promise<Record<string, string>> {
  const tarball = Buffer.from(Object.values(body?._attachments ?? {})[0]?.data ?? '', 'base64')
  const file = join(scratch.folder, 'package.tgz')
  await writeFile(file, tarball)
  const files: Record<string, string> = {}
  const reads: Promise<void>[] = []
  await list({
    file,
    onReadEntry: (entry) => {
      reads.push(entry.concat().then((content) => void (files[entry.path.slice('package/'.length)] = createHash('sha256').update(content).digest('hex'))))
    },
  })
  await Promise.all(reads)
  return files
}
