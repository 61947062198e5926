import { resolve } from 'node:path'
import { CliError, EXIT } from '../cli-error.js'
import { command } from '../command.js'
import { SHELL_PORT } from '../shell-port.js'

export const dev = command({
  summary: 'Shows a module in the shell while you write it: pages and server follow every change.',
  argument: { name: 'folder', help: 'the module (the current folder)' },
  options: {
    port: { type: 'string', help: `port of the shell (${SHELL_PORT}); 0 takes a free one` },
    with: { type: 'string', help: 'ids of modules to have beside it, parted by commas; what the manifest requires is there anyway' },
  },
  async run(terminal, { argument = '.', values }) {
    const port = Number(values.port ?? SHELL_PORT)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CliError(`${values.port} is no port.`, { exitCode: EXIT.usage })
    const beside = (values.with ?? '').split(',').map((id) => id.trim()).filter(Boolean)
    // The bundlers are large; no other command waits for them.
    const { develop } = await import('../dev/develop.js')
    await develop({ folder: resolve(terminal.cwd, argument), port, beside }, terminal)
  },
})
