import { build } from 'esbuild'
import { fork } from 'node:child_process'
import { mkdtemp, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { hostImports } from '../builder/host-imports.js'
import type { ModuleSource } from '../builder/module-source.js'
import { CliError } from '../cli-error.js'
import type { ModulePlan } from './plan.js'

/** Compiled, also when this file runs from its source. */
const CHILD = join(import.meta.dirname, '../../dist/migrate/plan-child.js')
const PATIENCE_MS = 30_000

/**
 * Reads what the module keeps and what its migrations make, from its sources: nothing needs to be built before.
 * @throws CliError saying what cannot be read
 */
export async function readPlan(source: ModuleSource): Promise<ModulePlan> {
  const cache = join(source.folder, 'node_modules/.cache/innoerp')
  await mkdir(cache, { recursive: true })
  const out = await mkdtemp(join(cache, 'plan-'))
  try {
    const bundle = join(out, 'plan.js')
    await build({
      stdin: { contents: await entryOf(source), resolveDir: source.folder, loader: 'ts' },
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      keepNames: true,
      plugins: [hostImports],
      logLevel: 'silent',
    }).catch((error: Error) => {
      throw new CliError(`The sources of ${source.data.name} cannot be read:`, { details: error.message.split('\n') })
    })
    const plan = await ask(source.folder, bundle)
    if (plan.problem !== undefined) throw new CliError(`The sources of ${source.data.name} cannot be read: ${plan.problem}`)
    return plan
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

/** A file that gives all there is to read, by where it comes from. One bundle, so that a record is the same wherever it is met. */
async function entryOf({ folder, migrations }: ModuleSource): Promise<string> {
  const [shared, server] = await Promise.all([sourcesIn(join(folder, 'src/shared')), sourcesIn(join(folder, 'src/server'))])
  const imports: string[] = []
  const take = (path: string) => {
    imports.push(`import * as file${imports.length} from ${JSON.stringify(path)}`)
    return `file${imports.length - 1}`
  }
  const compiled = (path: string) => path.replace(/\.ts$/, '.js')
  const parts = [
    `export const shared = {${shared.map((path) => `${JSON.stringify(`../src/shared/${compiled(path)}`)}: ${take(`./src/shared/${path}`)}`).join()}}`,
    `export const server = [${server.map((path) => take(`./src/server/${path}`)).join()}]`,
    `export const migrations = {${migrations.map((path) => `${JSON.stringify(basename(path))}: ${take(`./migrations/${basename(path)}`)}`).join()}}`,
  ]
  return [...imports, ...parts].join('\n')
}

async function sourcesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts')).sort()
}

function ask(folder: string, bundle: string): Promise<ModulePlan> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [folder, bundle], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] })
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('message', (text) => {
      resolve(JSON.parse(String(text)) as ModulePlan)
      child.kill('SIGKILL')
    })
    child.once('close', () => {
      clearTimeout(timer)
      reject(new CliError(`The sources in ${folder} came to no end.`))
    })
  })
}
