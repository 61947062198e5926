import { pathToFileURL } from 'node:url'
import { command } from '../command.js'
import { hostFile } from '../host-file.js'

export const start = command({
  summary: 'Starts the host in this process; it is set up by the environment (PORT, INNOERP_HOME, …).',
  options: {},
  async run({ cwd }) {
    await import(pathToFileURL(hostFile(cwd, '@innoerp/core/main')).href)
  },
})
