import { pathToFileURL } from 'node:url'
import { command } from '../command.js'
import { hostFile } from '../host-file.js'

export const start = command({
  summary: 'Starts the host in this process; it is set up by the environment (PORT, INNOERP_HOME, …).',
  argument: { name: 'service', help: 'gateway, tenant, auth, user, modules, monitoring or registry, to run that one alone (all of them)' },
  options: {},
  async run({ cwd }, { argument }) {
    // The host reads what it is from the environment, which says so where no command does.
    if (argument !== undefined) process.env.INNOERP_SERVICE = argument
    await import(pathToFileURL(hostFile(cwd, '@innoerp/core/main')).href)
  },
})
