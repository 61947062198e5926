import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { manifestProblems } from '@innoerp/sdk/packaging'
import { CliError } from '../cli-error.js'

/** The sources of a module, as its author writes them. Paths are absolute. */
export interface ModuleSource {
  folder: string
  /** The whole package.json. */
  data: ModulePackage & Record<string, unknown>
  server: string
  /** Sorted by number. */
  migrations: readonly string[]
  /** The browser's entry; a module may have none. */
  ui: string | undefined
  locales: readonly string[]
}

const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/
const NAME = /^(@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/
const MIGRATION = /^(\d{4})-[a-z0-9-]+\.ts$/

/** Finds what there is to build in `folder`, and checks what can be checked without building. */
export async function readModule(folder: string): Promise<ModuleSource> {
  const data = await readPackageJson(folder)
  const at = (path: string) => join(folder, path)
  const server = at('src/server/index.ts')
  const [serverFiles, uiFiles, locales] = await Promise.all(['src/server', 'src/ui', 'src/ui/locales'].map((path) => filesIn(at(path))))
  if (!serverFiles?.includes('index.ts')) throw new CliError(`${data.name} has no ${server}.`)
  const ui = ['index.tsx', 'index.ts'].find((name) => uiFiles?.includes(name))
  return {
    folder,
    data,
    server,
    migrations: migrationsOf(await filesIn(at('migrations'))).map((name) => at(`migrations/${name}`)),
    ui: ui && at(`src/ui/${ui}`),
    locales: (locales ?? []).filter((name) => name.endsWith('.json')).map((name) => at(`src/ui/locales/${name}`)),
  }
}

async function readPackageJson(folder: string): Promise<ModuleSource['data']> {
  const file = resolve(folder, 'package.json')
  const data = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as ModuleSource['data'])
    .catch((error: Error) => {
      throw new CliError(`${file} cannot be read: ${error.message}`)
    })
  const details = [...problemsOf(data)]
  if (details.length > 0) throw new CliError(`${file} is not the package.json of a module:`, { details })
  return data
}

function* problemsOf(data: Partial<Record<keyof ModulePackage, unknown>>): Generator<string> {
  if (typeof data.name !== 'string' || !NAME.test(data.name)) yield 'name: expected the name of an npm package'
  if (typeof data.version !== 'string' || !VERSION.test(data.version)) yield 'version: expected a version such as 1.0.0 or 1.1.0-beta.1'
  for (const { field, message } of manifestProblems(data.innoerp)) yield `${field}: ${message}`
}

const filesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort()

function migrationsOf(names: readonly string[]): readonly string[] {
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const numbers = sources.map((name) => MIGRATION.exec(name)?.[1])
  const unnamed = sources.filter((_, index) => numbers[index] === undefined)
  if (unnamed.length > 0) throw new CliError('Migrations are called NNNN-name.ts, such as 0001-note.ts:', { details: unnamed })
  const twice = sources.filter((_, index) => numbers.indexOf(numbers[index]) !== index)
  if (twice.length > 0) throw new CliError('Two migrations have one number:', { details: twice })
  return sources
}
