import { pathToFileURL } from 'node:url'
import { command } from '../command.js'
import { CliError, EXIT } from '../cli-error.js'
import { hostFile } from '../host-file.js'

const SERVICES = ['gateway', 'tenant', 'auth', 'user', 'modules', 'monitoring', 'registry']

export const start = command({
  summary: 'Starts the host in this process; it is set up by the environment (PORT, INNOERP_HOME, …).',
  argument: { name: 'service', help: `one of ${SERVICES.join(', ')}, to run that one alone (all of them)` },
  options: {},
  async run({ cwd }, { argument }) {
    if (argument !== undefined && !SERVICES.includes(argument)) throw new CliError(`There is no service "${argument}"; there are ${SERVICES.join(', ')}`, { exitCode: EXIT.usage })
    // The host reads what it is from the environment, which says so where no command does.
    if (argument !== undefined) process.env.INNOERP_SERVICE = argument
    await import(pathToFileURL(hostFile(cwd, '@innoerp/core/main')).href)
  },
})
