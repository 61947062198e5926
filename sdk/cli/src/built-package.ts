import { access, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { BUILD_FOLDER, BUILT } from '@innoerp/sdk/packaging'
import { CliError } from './cli-error.js'

/** Where `innoerp build` puts what it makes of the module in `folder`. */
export const buildFolderOf = (folder: string): string => join(folder, BUILD_FOLDER)

/** A module that was built: its folder, which is the package as npm takes it, and its package.json. */
export interface BuiltPackage {
  folder: string
  manifest: ModulePackage
}

/** Finds the module in `argument`, seen from `cwd`. */
export async function builtPackage(cwd: string, argument = '.'): Promise<BuiltPackage> {
  const folder = resolve(cwd, argument)
  const built = await access(join(buildFolderOf(folder), BUILT.server)).then(() => true, () => false)
  if (!built) throw new CliError(`Nothing is built in ${folder}. Run \`innoerp build\` first.`)
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch((error: Error) => {
    throw new CliError(`${join(folder, 'package.json')} cannot be read: ${error.message}`)
  })
  return { folder, manifest: parse(text, folder) }
}

function parse(text: string, folder: string): ModulePackage {
  try {
    return JSON.parse(text) as ModulePackage
  } catch (error) {
    throw new CliError(`${join(folder, 'package.json')} is no JSON: ${(error as Error).message}`)
  }
}
