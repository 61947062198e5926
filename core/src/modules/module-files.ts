import { Manifest, type ModulePackage } from '@innoerp/sdk/contract'
import { BUILD_FOLDER, BUILT } from '@innoerp/sdk/packaging'
import { manifestProblems } from '@innoerp/sdk/server'
import { Value } from '@sinclair/typebox/value'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { moduleErrors } from './module-errors.js'
import { readLocales, type Locales } from './module-labels.js'

const MIGRATION = /^\d{4}-[a-z0-9-]+\.js$/

/** `ui.json` of a build: the micro-frontend's files below `ui/` with their SRI hashes. */
export interface UiFiles {
  entry: string
  styles: string[]
  files: Record<string, string>
}

/** An installed version on disk. */
export interface ModuleFiles {
  /** The package: package.json, signature, build. */
  folder: string
  package: ModulePackage
  server: string
  uiFolder: string
  ui: UiFiles
  /** What the module is called, and its pages, in each language. */
  locales: Locales
  migrationsFolder: string
  /** Names of migration files in order. */
  migrations: string[]
}

/**
 * Reads an unpacked package.
 * @throws MODULE_BAD_MANIFEST naming what is wrong with it
 */
export async function readModuleFiles(folder: string): Promise<ModuleFiles> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(path.join(folder, name), 'utf8'))
  const description = (await read('package.json')) as Partial<ModulePackage>
  const manifest = Value.Default(Manifest, description.innoerp ?? {})
  const [problem] = manifestProblems(manifest)
  if (problem || typeof description.name !== 'string' || typeof description.version !== 'string') {
    const where = problem ? `${problem.field} ${problem.message}` : 'name and version are needed'
    throw moduleErrors.BAD_MANIFEST({ values: { name: description.name ?? path.basename(folder), where } })
  }
  const built = path.join(folder, BUILD_FOLDER)
  const migrationsFolder = path.join(built, BUILT.migrations)
  const migrations = await readdir(migrationsFolder).catch(() => [])
  return {
    folder,
    package: { name: description.name, version: description.version, innoerp: manifest as Manifest },
    server: path.join(built, BUILT.server),
    uiFolder: path.join(built, BUILT.ui),
    locales: await readLocales(path.join(built, BUILT.locales)),
    ui: (await read(path.join(BUILD_FOLDER, BUILT.uiIndex))) as UiFiles,
    migrationsFolder,
    migrations: migrations.filter((name) => MIGRATION.test(name)).sort(),
  }
}
