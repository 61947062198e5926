import { CliError } from '../../cli-error.js'
import { command } from '../../command.js'
import { followOperation } from '../../host/follow-operation.js'
import { openHost } from '../../host/host-client.js'
import { needed, REGISTRY, type Started } from './api.js'
import { confirmed, preflight } from './preflight.js'

const argument = { name: 'module', help: 'its id, such as crm' }

export const uninstall = command({
  summary: 'Takes a module out of use for every tenant. Its data is kept until it is purged.',
  argument,
  options: { yes: { type: 'boolean', help: 'ask nothing' } },
  async run(terminal, input) {
    const id = needed(input.argument, 'module')
    const host = await openHost(terminal)
    terminal.say(`uninstalling ${id}`)
    await preflight(host, { id, action: 'uninstall' }, terminal)
    await confirmed(`Uninstall ${id}?`, terminal, input.values.yes)
    await followOperation(host, await host.delete<Started>(`${REGISTRY}/${id}`), terminal)
    terminal.say(`${id} is uninstalled; innoerp module restore ${id} brings it back.`)
  },
})

export const restore = command({
  summary: 'Brings an uninstalled module back, with its data.',
  argument,
  options: {},
  async run(terminal, input) {
    const id = needed(input.argument, 'module')
    const host = await openHost(terminal)
    await followOperation(host, await host.post<Started>(`${REGISTRY}/${id}/restore`), terminal)
    terminal.say(`${id} is back.`)
  },
})

export const purge = command({
  summary: 'Destroys the data of an uninstalled module. Nothing brings it back.',
  argument,
  options: { confirm: { type: 'string', help: 'the module’s id once more' } },
  async run(terminal, input) {
    const id = needed(input.argument, 'module')
    const confirm = input.values.confirm ?? (await terminal.ask?.(`This destroys the data of ${id}. Its id once more:`, ''))
    if (confirm !== id) throw new CliError(`Nothing was destroyed. Say --confirm ${id} if you mean it.`)
    const host = await openHost(terminal)
    await followOperation(host, await host.post<Started>(`${REGISTRY}/${id}/purge`, { confirm }), terminal)
    terminal.say(`The data of ${id} is gone.`)
  },
})
