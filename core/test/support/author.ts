import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unpackPackage } from '@innoerp/sdk/packaging'
import { packageFolder } from '../../src/platform/package-folder.js'
import { PLATFORM_PACKAGES } from '../../src/host/platform-release.js'
import type { TestHost } from '../../src/testing/index.js'

const INSTALLED = path.resolve(import.meta.dirname, '../../../node_modules')

export interface Run {
  code: number | null
  out: string
}

interface RunOptions {
  cwd?: string
  env?: Record<string, string>
  until?: RegExp
}

/** Somebody who writes modules: a folder outside of the checkout, the registry's address, its token, and no terminal. */
export class Author {
  private constructor(
    readonly folder: string,
    readonly host: TestHost,
  ) {}

  static async open(host: TestHost): Promise<Author> {
    return new Author(await realpath(await mkdtemp(path.join(tmpdir(), 'innoerp-author-'))), host)
  }

  get registry(): string {
    return `http://localhost:${this.host.port}/registry/`
  }

  /** Runs a command, `until` it has said that where it would go on; `out` holds both streams. */
  run(command: string, args: readonly string[], { cwd = this.folder, env = {}, until }: RunOptions = {}): Promise<Run> {
    const own = {
      PATH: process.env.PATH,
      HOME: this.folder,
      INNOERP_REGISTRY_URL: this.registry,
      INNOERP_REGISTRY_TOKEN: this.host.registryToken,
      INNOERP_URL: `http://admin.localhost:${this.host.port}`,
      INNOERP_ADMIN_TOKEN: this.host.superAdmin.token,
      ...(process.env.INNOERP_TEST_SERVER && { INNOERP_TEST_SERVER: process.env.INNOERP_TEST_SERVER }),
    }
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
      let out = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part: Buffer) => {
          out += part.toString()
          if (until?.test(out)) child.kill('SIGINT')
        })
      }
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, out }))
    })
  }

  /**
   * Gives `folder` what `npm install` with these arguments would: the platform's packages as the registry serves them. What other registries have is linked
   * from the checkout, so that no test waits for them; at full size, npm installs it all.
   */
  async install(folder: string, args: readonly string[] = []): Promise<void> {
    if (process.env.INNOERP_TEST_SIZE === 'full') {
      const { code, out } = await this.run('npm', ['install', ...args, '--no-audit', '--no-fund'], { cwd: folder })
      if (code !== 0) throw new Error(out)
      return
    }
    const modules = path.join(folder, 'node_modules')
    for (const name of await thirdParty()) {
      await mkdir(path.dirname(path.join(modules, name)), { recursive: true })
      await symlink(path.join(INSTALLED, name), path.join(modules, name), 'dir')
    }
    await Promise.all(PLATFORM_PACKAGES.map((name) => this.#unpack(name, path.join(modules, name))))
    await mkdir(path.join(modules, '.bin'))
    await symlink('../@innoerp/cli/bin/innoerp.js', path.join(modules, '.bin/innoerp'))
    await chmod(path.join(modules, '.bin/innoerp'), 0o755)
  }

  async #unpack(name: string, target: string): Promise<void> {
    const packument = (await (await fetch(`${this.registry}${name.replace('/', '%2f')}`)).json()) as { 'dist-tags': { latest: string }; versions: Record<string, { dist: { tarball: string } }> }
    const tarball = packument.versions[packument['dist-tags'].latest]?.dist.tarball ?? ''
    await mkdir(target, { recursive: true })
    await unpackPackage(Buffer.from(await (await fetch(tarball)).arrayBuffer()), target)
    const nested = path.join(packageFolder(name) ?? '', 'node_modules')
    if (existsSync(nested)) await cp(nested, path.join(target, 'node_modules'), { recursive: true })
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}

async function thirdParty(): Promise<string[]> {
  const names = (await readdir(INSTALLED)).filter((name) => !name.startsWith('.') && name !== '@innoerp')
  const scoped = await Promise.all(names.filter((name) => name.startsWith('@')).map(async (scope) => (await readdir(path.join(INSTALLED, scope))).map((name) => `${scope}/${name}`)))
  return [...names.filter((name) => !name.startsWith('@')), ...scoped.flat()]
}
