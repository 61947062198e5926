import { BUILD_FOLDER, BUILT, contentHash, packPackage, signPackage } from '@innoerp/sdk/packaging'
import type { KeyObject } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { bundleServer } from '../builder/build-server.js'
import { writeUiIndex } from '../builder/integrity.js'
import type { ModuleSource } from '../builder/module-source.js'
import { PAGES } from './addresses.js'
import { keepMap } from './places.js'
import type { Upload } from './upload.js'

/** A release's number and what its content is; not one that reads as a number with a leading zero, which no version may have. */
const HASH = /(?!0\d{7})[0-9a-f]{8}/

export interface StageOptions {
  /** Where the package is put together. */
  folder: string
  /** Where it is kept which lines of a built server come from where. */
  maps: string
  /** Signs it. */
  key: KeyObject
}

/** Where the server is built of a package that is put together in `folder`. */
export const builtIn = (folder: string): string => join(folder, BUILD_FOLDER)

/**
 * Makes a package of the module as it stands, called `<version>-dev.<hash8>` after its content. Its server is built; its pages are
 * one line that takes them from the dev server, so that a change of a page makes no new version.
 * @throws BuildFailure of esbuild
 */
export async function stage(source: ModuleSource, { folder, key, maps }: StageOptions): Promise<Upload> {
  await rm(folder, { recursive: true, force: true })
  const built = builtIn(folder)
  await mkdir(join(built, BUILT.ui), { recursive: true })
  await mkdir(join(built, BUILT.locales))
  await bundleServer(source, built, { sourcemap: 'external' })
  const map = await takeMaps(built, folder)
  await writeFile(join(built, BUILT.ui, 'index.js'), pagesOf(source))
  await writeUiIndex(built)
  for (const path of source.locales) await copyFile(path, join(built, BUILT.locales, basename(path)))
  const describe = (version: string) => writeFile(join(folder, 'package.json'), `${JSON.stringify({ ...source.data, version }, null, 2)}\n`)
  await describe(source.data.version)
  const version = `${source.data.version}-dev.${HASH.exec(await contentHash(folder))?.[0]}`
  await describe(version)
  await keepMap(map, { maps, version })
  await signPackage(folder, key)
  return { name: source.data.name, version, tarball: await packPackage(folder) }
}

const NO_PAGES = 'export const bootstrap = async () => {}, mount = bootstrap, unmount = bootstrap, slots = {}, locales = {}\n'

const pagesOf = ({ folder, ui }: ModuleSource) => (ui === undefined ? NO_PAGES : `export * from '${PAGES}${relative(folder, ui).replaceAll('\\', '/')}'\n`)

/** Takes the source maps out of the package; the server's stays, beside it. */
async function takeMaps(built: string, folder: string): Promise<string> {
  const kept = `${folder}.map`
  await rename(join(built, `${BUILT.server}.map`), kept)
  const migrations = join(built, BUILT.migrations)
  const names = await readdir(migrations).catch(() => [])
  await Promise.all(names.filter((name) => name.endsWith('.map')).map((name) => rm(join(migrations, name))))
  return kept
}
