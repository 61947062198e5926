import { BUILT } from '@innoerp/sdk/packaging'
import { access, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buildFolderOf } from '../built-package.js'
import { buildServer } from './build-server.js'
import { buildUi } from './build-ui.js'
import { writeUiIndex } from './integrity.js'
import { readModule, type ModuleSource } from './module-source.js'
import { isFresh, stampOf, writeStamp } from './stamp.js'

/** Goes with node_modules, since other libraries may build otherwise, and is no part of the package. */
const STAMP = 'node_modules/.cache/innoerp/build.json'

export interface BuildResult {
  source: ModuleSource
  /** False when what had been built before still holds. */
  built: boolean
}

/** Builds the module in `folder` into its `build`; `force` builds even when nothing has changed. */
export async function buildModule(folder: string, { force = false }: { force?: boolean } = {}): Promise<BuildResult> {
  const source = await readModule(folder)
  const target = buildFolderOf(folder)
  const stamp = join(folder, STAMP)
  if (!force && (await exists(join(target, BUILT.server))) && (await isFresh(folder, stamp))) return { source, built: false }
  await rm(stamp, { force: true })
  const inputs = await intoPlace(target, (out) => writeParts(source, out))
  await writeStamp(stamp, await stampOf(folder, inputs))
  return { source, built: true }
}

/** Lets `write` fill a new folder and puts it in the place of `target` when it is whole: nobody meets half a build. */
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

async function writeParts(source: ModuleSource, out: string): Promise<string[]> {
  const inputs = await buildServer(source, out)
  if (source.ui !== undefined) {
    inputs.push(...(await buildUi({ ...source, ui: source.ui }, join(out, BUILT.ui))))
    await writeUiIndex(out)
  }
  if (source.locales.length > 0) await mkdir(join(out, BUILT.locales))
  for (const path of source.locales) await copyFile(path, join(out, BUILT.locales, basename(path)))
  return inputs
}

const exists = (path: string) => access(path).then(() => true, () => false)
