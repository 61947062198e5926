import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { CliError } from '../cli-error.js'

interface Publication {
  folder: string
  manifest: ModulePackage
  registry: URL
  token: string
  tag: string
  env: Readonly<Record<string, string | undefined>>
}

const TOKEN_VARIABLE = 'INNOERP_REGISTRY_TOKEN'

/**
 * Runs the npm client's own `publish`. It sees a configuration made for this one call: a user's or project's settings could send
 * the package, or another registry's token, elsewhere.
 */
export async function npmPublish({ folder, manifest, registry, token, tag, env }: Publication): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'innoerp-publish-'))
  try {
    const userconfig = join(home, 'npmrc')
    await writeFile(userconfig, npmrc(registry, manifest.name), { mode: 0o600 })
    const options = ['--userconfig', userconfig, '--registry', registry.href, '--access', 'public', '--tag', tag, '--ignore-scripts']
    const { code, output } = await npm(['publish', folder, ...options], { cwd: home, env: { ...withoutNpmSettings(env), [TOKEN_VARIABLE]: token } })
    if (code !== 0) throw new CliError(`npm could not publish ${manifest.name}@${manifest.version}:`, { details: reasons(output) })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** The token stays in the environment; the file only says where npm finds it. */
function npmrc(registry: URL, name: string): string {
  const scope = name.startsWith('@') ? [`${name.split('/')[0]}:registry=${registry.href}`] : []
  return [`//${registry.host}${registry.pathname}:_authToken=\${${TOKEN_VARIABLE}}`, ...scope, 'update-notifier=false', ''].join('\n')
}

const withoutNpmSettings = (env: Publication['env']) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)))

function npm(args: readonly string[], { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.once('error', (error) => reject(new CliError(`npm cannot be run: ${error.message}`)))
    child.once('close', (code) => resolve({ code, output: Buffer.concat(parts).toString('utf8') }))
  })
}

const SHOWN_LINES = 12

function reasons(output: string): string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const errors = lines.filter((line) => /^npm (error|ERR!) (?! +at )/.test(line) && !line.includes('A complete log of this run'))
  return (errors.length > 0 ? errors : lines).slice(0, SHOWN_LINES)
}
