import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CliError } from '../cli-error.js'
import { command } from '../command.js'

const HOST = '@innoerp/core/main'

export const start = command({
  summary: 'Starts the host in this process; it is set up by the environment (PORT, INNOERP_HOME, …).',
  options: {},
  async run({ cwd }) {
    await import(pathToFileURL(hostEntry(cwd)).href)
  },
})

/** The host that the current folder depends on, else the one beside this command. */
function hostEntry(cwd: string): string {
  for (const from of [join(cwd, 'package.json'), import.meta.url]) {
    try {
      return createRequire(from).resolve(HOST)
    } catch (error) {
      if (!['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw new CliError('@innoerp/core is not installed here. Add it to the dependencies of this folder.')
}
