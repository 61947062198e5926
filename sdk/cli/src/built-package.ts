import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ModulePackage } from '@innoerp/sdk/contract'
import { CliError } from './cli-error.js'

/** Where `innoerp build` puts the package of the module in `folder`. */
export const packageFolderOf = (folder: string): string => join(folder, 'build/package')

/** The built package of a module's folder, and what it says of itself. */
export async function builtPackage(cwd: string, argument = '.'): Promise<{ folder: string; manifest: ModulePackage }> {
  const folder = packageFolderOf(resolve(cwd, argument))
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw new CliError(`There is no built package in ${folder}. Run \`innoerp build\` first.`)
  return { folder, manifest: JSON.parse(text) as ModulePackage }
}
