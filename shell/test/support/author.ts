import { packPackage } from '@innoerp/sdk/packaging'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import http, { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const COMMAND = path.join(ROOT, 'sdk/cli/bin/innoerp.js')
const START_MS = 120_000

/** Somebody who writes a module in a folder of their own, beside a registry that has one module. */
export class Author {
  #child: ChildProcess | undefined
  #said = ''

  private constructor(
    readonly folder: string,
    private readonly home: string,
    private readonly registry: Server,
  ) {}

  /** Makes a new module called `id`, as the command makes it; `beside` is a module of the checkout. */
  static async create(id: string, beside: string): Promise<Author> {
    const home = await realpath(await mkdtemp(path.join(tmpdir(), 'innoerp-dev-')))
    const registry = await serveRelease(beside)
    await promisify(execFile)(process.execPath, [COMMAND, 'create', id, '--yes'], { cwd: home, env: environment(home, registry) })
    const folder = path.join(home, id)
    await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
    return new Author(folder, home, registry)
  }

  /** Runs `innoerp dev` until it is ready; what it says of addresses and accounts. */
  async develop(...args: string[]): Promise<{ url: string; email: string; password: string }> {
    const child = spawn(process.execPath, [COMMAND, 'dev', '--port', '0', ...args], { cwd: this.folder, env: environment(this.home, this.registry), stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.#said += text))
    const [, url = '', email = '', password = ''] = await this.hears(/Open it +(http:\S+)\/[^]*?e-mail +(\S+)\s+password +(\S+)[^]*Ctrl-C/, START_MS)
    return { url, email, password }
  }

  /** Waits until the command has said it since the last change. */
  async hears(pattern: RegExp, withinMs = 30_000): Promise<RegExpExecArray> {
    for (let waited = 0; waited < withinMs && this.#child?.exitCode === null; waited += 10) {
      const found = pattern.exec(this.#said)
      if (found) return found
      await sleep(10)
    }
    throw new Error(`${String(pattern)} was not said, but:\n${this.#said}`)
  }

  /** Changes a file of the module. */
  async change(name: string, from: string, to: string): Promise<void> {
    const file = path.join(this.folder, name)
    const text = await readFile(file, 'utf8')
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`)
    this.#said = ''
    await writeFile(file, text.replace(from, () => to))
  }

  /** Ctrl-C; the exit code. */
  async interrupt(): Promise<number | null> {
    if (this.#child?.exitCode !== null) return this.#child?.exitCode ?? null
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGINT')
    await gone
    return this.#child.exitCode
  }

  async close(): Promise<void> {
    await this.interrupt()
    this.registry.closeAllConnections()
    this.registry.close()
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 })
  }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port
const environment = (home: string, registry: Server) => ({ PATH: process.env.PATH, HOME: home, INNOERP_REGISTRY_URL: `http://localhost:${portOf(registry)}/` })

/** An npm registry that has the built module in `plugins/<id>`, as it was released, and nothing else. */
async function serveRelease(id: string): Promise<Server> {
  const staging = await mkdtemp(path.join(tmpdir(), 'innoerp-release-'))
  for (const name of ['package.json', 'build']) await cp(path.join(ROOT, 'plugins', id, name), path.join(staging, name), { recursive: true })
  const { name, version } = JSON.parse(await readFile(path.join(staging, 'package.json'), 'utf8')) as { name: string; version: string }
  const tarball = await packPackage(staging)
  await rm(staging, { recursive: true })
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  const server = http.createServer(({ url = '/', headers: { host } }, response) => {
    const packument = { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist: { tarball: `http://${host}/release.tgz`, integrity } } } }
    if (url === '/release.tgz') response.end(tarball)
    else if (url.toLowerCase() === `/${name.replace('/', '%2f')}`) response.end(JSON.stringify(packument))
    else response.writeHead(404).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}
