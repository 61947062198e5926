import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real npm client, with a configuration and a cache of its own. */
export class Npm {
  readonly folder = mkdtempSync(join(tmpdir(), 'registry-npm-'))
  readonly #env: NodeJS.ProcessEnv

  constructor(url: string, token?: string) {
    const userconfig = join(this.folder, 'npmrc')
    const auth = token === undefined ? '' : `${url.replace(/^http:/, '')}:_authToken=${token}\n`
    writeFileSync(userconfig, `registry=${url}\n${auth}fund=false\naudit=false\nupdate-notifier=false\n`)
    this.#env = {
      PATH: process.env.PATH,
      HOME: this.folder,
      npm_config_userconfig: userconfig,
      npm_config_globalconfig: join(this.folder, 'none'),
      npm_config_cache: join(this.folder, 'cache'),
      npm_config_fetch_retries: '0',
    }
  }

  /** Runs `npm …`; `out` holds both streams. */
  call(args: string[], cwd = this.folder): Promise<{ code: number | null; out: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn('npm', args, { cwd, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] })
      let out = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (out += data.toString()))
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, out }))
    })
  }

  /** Makes a folder with a package in it and gives its path. */
  package(packageJson: { name: string; version: string; [field: string]: unknown }, files: Record<string, string> = {}): string {
    const folder = join(this.folder, `${packageJson.name.replace('/', '-')}-${packageJson.version}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ license: 'MIT', ...packageJson }))
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
    return folder
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
