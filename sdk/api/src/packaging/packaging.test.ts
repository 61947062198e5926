import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { list } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentHash, keyIdOf, listFiles, packPackage, signPackage, verifyPackage, PACKAGE_LIMITS } from './index.js'

const pair = () => generateKeyPairSync('ed25519')
const trust = (...keys: KeyObject[]) => new Map(keys.map((key) => [keyIdOf(key), key]))

let parent: string
let folder: string
const author = pair()
const trusted = trust(author.publicKey)

async function writePackage(name = 'notes'): Promise<string> {
  const at = join(parent, name)
  await mkdir(join(at, 'build/ui'), { recursive: true })
  await writeFile(join(at, 'package.json'), JSON.stringify({ name: `@innoerp/module-${name}`, version: '1.0.0', type: 'module' }))
  await writeFile(join(at, 'build/server.js'), 'export default 1\n')
  await writeFile(join(at, 'build/ui/index.js'), 'export const mount = 1\n')
  return at
}

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'innoerp-packaging-'))
  folder = await writePackage()
})
afterEach(() => rm(parent, { recursive: true, force: true }))

describe('a signed package', () => {
  beforeEach(() => signPackage(folder, author.privateKey))

  test('is signed', async () => {
    expect(await verifyPackage(folder, trusted)).toEqual({ state: 'signed', keyId: keyIdOf(author.publicKey), problems: [] })
  })

  test('lists every file but its signature', async () => {
    const signature = JSON.parse(await readFile(join(folder, 'innoerp.sig.json'), 'utf8')) as { files: object }
    expect(Object.keys(signature.files)).toEqual(['build/server.js', 'build/ui/index.js', 'package.json'])
    expect(signature.files).toEqual(await listFiles(folder))
  })

  test('may be moved to another place', async () => {
    await rename(folder, join(parent, 'elsewhere'))
    expect((await verifyPackage(join(parent, 'elsewhere'), trusted)).state).toBe('signed')
  })

  test.each(['package.json', 'build/server.js', 'build/ui/index.js'])('with one bit of %s flipped is modified', async (path) => {
    const content = await readFile(join(folder, path))
    content.writeUInt8(content.readUInt8(content.length - 2) ^ 1, content.length - 2)
    await writeFile(join(folder, path), content)
    expect(await verifyPackage(folder, trusted)).toMatchObject({ state: 'modified', problems: [`${path} was changed.`] })
  })

  test('with a file added is modified', async () => {
    await writeFile(join(folder, 'build/ui/more.js'), '')
    expect(await verifyPackage(folder, trusted)).toMatchObject({ state: 'modified', problems: ['build/ui/more.js was added.'] })
  })

  test('with a file removed is modified', async () => {
    await rm(join(folder, 'build/server.js'))
    expect(await verifyPackage(folder, trusted)).toMatchObject({ state: 'modified', problems: ['build/server.js is missing.'] })
  })

  test('with a signature of other bytes is modified', async () => {
    await changeSignature((content) => ({ ...content, signature: Buffer.alloc(64).toString('base64') }))
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })

  test('without its signature is unsigned', async () => {
    await rm(join(folder, 'innoerp.sig.json'))
    expect((await verifyPackage(folder, trusted)).state).toBe('unsigned')
  })

  test('is of an unknown key where that key is not trusted', async () => {
    expect(await verifyPackage(folder, trust(pair().publicKey))).toMatchObject({ state: 'unknown_key', keyId: keyIdOf(author.publicKey) })
  })

  test('is modified, not of an unknown key, where both are true', async () => {
    await writeFile(join(folder, 'build/server.js'), '')
    expect((await verifyPackage(folder, new Map())).state).toBe('modified')
  })
})

describe('in the folder of its sources', () => {
  const paths = ['package.json', 'build/server.js']

  test('a package is what was named, whatever lies beside it', async () => {
    await signPackage(folder, author.privateKey, paths)
    await writeFile(join(folder, 'notes.ts'), '')
    expect((await verifyPackage(folder, trusted, paths)).state).toBe('signed')
    expect((await verifyPackage(folder, trusted, [...paths, 'notes.ts'])).state).toBe('modified')
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })

  test('a link is refused there too', async () => {
    await symlink(join(folder, 'build/server.js'), join(folder, 'build/link.js'))
    await expect(signPackage(folder, author.privateKey, [...paths, 'build/link.js'])).rejects.toMatchObject({ code: 'PACKAGE_LINK' })
  })
})

describe('a signature is refused', () => {
  test('that a stranger made in the name of a trusted key', async () => {
    await signPackage(folder, pair().privateKey)
    await changeSignature((content) => ({ ...content, key_id: keyIdOf(author.publicKey) }))
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })

  test('that was made for another package', async () => {
    const other = await writePackage('board')
    await signPackage(other, author.privateKey)
    await cp(join(other, 'innoerp.sig.json'), join(folder, 'innoerp.sig.json'))
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })

  test('that was made for another version, even with the list made to fit', async () => {
    await signPackage(folder, author.privateKey)
    const manifest = await readFile(join(folder, 'package.json'), 'utf8')
    await writeFile(join(folder, 'package.json'), manifest.replace('1.0.0', '0.9.0'))
    const files = await listFiles(folder)
    await changeSignature((content) => ({ ...content, files }))
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })

  test.each(['', 'null', '[]', '{"algorithm":"none"}', '{'])('that reads %j', async (text) => {
    await writeFile(join(folder, 'innoerp.sig.json'), text)
    expect(await verifyPackage(folder, trusted)).toMatchObject({ state: 'modified', problems: ['innoerp.sig.json is not a signature.'] })
  })

  test('that names a file outside the package', async () => {
    await writeFile(join(parent, 'outside.js'), 'export default 1\n')
    const { files } = await signPackage(folder, author.privateKey)
    await changeSignature((content) => ({ ...content, files: { ...files, '../outside.js': files['build/server.js'] as string } }))
    expect(await verifyPackage(folder, trusted)).toMatchObject({ state: 'modified', problems: ['../outside.js is missing.'] })
  })

  test('where the package has no manifest', async () => {
    await signPackage(folder, author.privateKey)
    await writeFile(join(folder, 'package.json'), '{"name":"nameless"}')
    const files = await listFiles(folder)
    await changeSignature((content) => ({ ...content, files }))
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })
})

describe('no package may hold', () => {
  test('a link to a file, signed or not', async () => {
    await signPackage(folder, author.privateKey)
    await rm(join(folder, 'build/server.js'))
    await writeFile(join(parent, 'target.js'), 'export default 1\n')
    await symlink(join(parent, 'target.js'), join(folder, 'build/server.js'))
    expect(await verifyPackage(folder, trusted)).toMatchObject({ state: 'modified', problems: [expect.stringContaining('build/server.js is a link')] })
    await expect(signPackage(folder, author.privateKey)).rejects.toMatchObject({ code: 'PACKAGE_LINK' })
    await expect(packPackage(folder)).rejects.toMatchObject({ code: 'PACKAGE_LINK' })
  })

  test('a link to a folder', async () => {
    await symlink(parent, join(folder, 'up'))
    await expect(listFiles(folder)).rejects.toMatchObject({ code: 'PACKAGE_LINK' })
  })

  test('a signature that is a link', async () => {
    await signPackage(folder, author.privateKey)
    await rename(join(folder, 'innoerp.sig.json'), join(parent, 'innoerp.sig.json'))
    await symlink(join(parent, 'innoerp.sig.json'), join(folder, 'innoerp.sig.json'))
    expect((await verifyPackage(folder, trusted)).state).toBe('modified')
  })

  test.each(['a\\..\\b.js', 'new\nline.js', 'ünïcode.js'])('a file called %j', async (name) => {
    await writeFile(join(folder, name), '')
    await expect(listFiles(folder)).rejects.toMatchObject({ code: 'PACKAGE_NAME' })
  })

  test('two names that are one on some systems', async () => {
    await writeFile(join(folder, 'build/Server.js'), '')
    await expect(listFiles(folder)).rejects.toMatchObject({ code: 'PACKAGE_SAME_NAME' })
  })

  test('a path too long for a package', async () => {
    const deep = join(folder, ...Array<string>(5).fill('x'.repeat(50)))
    await mkdir(deep, { recursive: true })
    expect(deep.length - folder.length).toBeGreaterThan(PACKAGE_LIMITS.pathLength)
    await expect(listFiles(folder)).rejects.toMatchObject({ code: 'PACKAGE_NAME' })
  })

  test('more bytes than the limit', async () => {
    await writeFile(join(folder, 'big.js'), '')
    await truncate(join(folder, 'big.js'), PACKAGE_LIMITS.bytes)
    await expect(listFiles(folder)).rejects.toMatchObject({ code: 'PACKAGE_TOO_LARGE' })
  })

  test('more files than the limit', async () => {
    for (let number = 0; number <= PACKAGE_LIMITS.files; number++) writeFileSync(join(folder, `${number}.js`), '')
    await expect(listFiles(folder)).rejects.toMatchObject({ code: 'PACKAGE_TOO_MANY_FILES' })
  })
})

describe('the hash of the content', () => {
  test('does not change with the version, the signature, documents, scripts, or how the manifest is written', async () => {
    const before = await contentHash(folder)
    await signPackage(folder, author.privateKey)
    await writeFile(join(folder, 'README.md'), '# Notes')
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "version": "1.0.0-dev.1",\n "scripts": {}, "name": "@innoerp/module-notes" }')
    expect(await contentHash(folder)).toBe(before)
  })

  test.each([
    ['a byte', 'build/server.js', 'export default 2\n'],
    ['the manifest', 'package.json', '{"name":"@innoerp/module-notes","version":"1.0.0","type":"commonjs"}'],
    ['another file', 'build/ui/more.js', ''],
  ])('changes with %s', async (_, path, content) => {
    const before = await contentHash(folder)
    await writeFile(join(folder, path), content)
    expect(await contentHash(folder)).not.toBe(before)
  })
})

describe('an archive', () => {
  test('holds every file below package/, and the signature', async () => {
    await signPackage(folder, author.privateKey)
    const entries: string[] = []
    const file = join(parent, 'notes.tgz')
    await writeFile(file, await packPackage(folder))
    await list({ file, onReadEntry: (entry) => entries.push(`${entry.type} ${entry.path}`) })
    expect(entries).toEqual(['build/server.js', 'build/ui/index.js', 'innoerp.sig.json', 'package.json'].map((path) => `File package/${path}`))
  })

  test('of the same files is the same', async () => {
    const before = await packPackage(folder)
    await chmod(join(folder, 'build/server.js'), 0o600)
    await utimes(join(folder, 'build/server.js'), 1, 1)
    expect((await packPackage(folder)).equals(before)).toBe(true)
  })
})

async function changeSignature(change: (content: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const file = join(folder, 'innoerp.sig.json')
  const content = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  await writeFile(file, JSON.stringify(change(content)))
}
