import { access, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { packageFolderOf } from '../built-package.js'
import { buildServer } from './build-server.js'
import { buildUi } from './build-ui.js'
import { writeUiIndex } from './integrity.js'
import { readModule, type ModuleSource } from './module-source.js'
import { isFresh, stampOf, writeStamp } from './stamp.js'

const KEPT_FIELDS = ['name', 'version', 'description', 'license', 'author', 'repository', 'type', 'innoerp']

export interface BuildResult {
  source: ModuleSource
  /** False when what had been built before still holds. */
  built: boolean
}

/** Builds the package of the module in `folder`; `force` builds even when nothing has changed. */
export async function buildModule(folder: string, { force = false }: { force?: boolean } = {}): Promise<BuildResult> {
  const source = await readModule(folder)
  const target = packageFolderOf(folder)
  const stamp = join(folder, 'build/stamp.json')
  if (!force && (await exists(join(target, 'package.json'))) && (await isFresh(folder, stamp))) return { source, built: false }
  await rm(stamp, { force: true })
  const inputs = await intoPlace(target, (out) => writePackage(source, out))
  await writeStamp(stamp, await stampOf(folder, inputs))
  return { source, built: true }
}

/** Lets `write` fill a new folder and puts it in the place of `target` when it is whole: nobody meets half a package. */
async function intoPlace<T>(target: string, write: (out: string) => Promise<T>): Promise<T> {
  const out = `${target}.${process.pid}`
  try {
    await mkdir(out, { recursive: true })
    const result = await write(out)
    await rm(target, { recursive: true, force: true })
    await rename(out, target)
    return result
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

async function writePackage(source: ModuleSource, out: string): Promise<string[]> {
  const inputs = await buildServer(source, out)
  if (source.ui !== undefined) {
    inputs.push(...(await buildUi({ ...source, ui: source.ui }, join(out, 'ui'))))
    await writeUiIndex(out)
  }
  if (source.locales.length > 0) await mkdir(join(out, 'locales'))
  for (const path of source.locales) await copyFile(path, join(out, 'locales', basename(path)))
  const kept = KEPT_FIELDS.filter((field) => Object.hasOwn(source.data, field)).map((field) => [field, source.data[field]])
  await writeFile(join(out, 'package.json'), `${JSON.stringify({ ...Object.fromEntries(kept), type: 'module' }, null, 2)}\n`)
  return inputs
}

const exists = (path: string) => access(path).then(() => true, () => false)
