import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CliError } from './cli-error.js'

type Entry = '@innoerp/core/main' | '@innoerp/core/module-tables' | '@innoerp/core/operations'

/**
 * The file of an entry of the host: of the one that `folder` depends on, else of the one beside this command.
 * @throws CliError where there is none
 */
export function hostFile(folder: string, entry: Entry): string {
  for (const from of [join(folder, 'package.json'), import.meta.url]) {
    try {
      return createRequire(from).resolve(entry)
    } catch (error) {
      if (!['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw new CliError('@innoerp/core is not installed here. Add it to the dependencies of this folder.')
}
