import { command, type Command } from '../../command.js'
import { followOperation } from '../../host/follow-operation.js'
import { openHost } from '../../host/host-client.js'
import { exactVersion, REGISTRY, type Started } from './api.js'

const argument = { name: 'version', help: 'such as crm@1.2.0' }

const verb = (name: 'activate' | 'deactivate' | 'release', summary: string): Command =>
  command({
    summary,
    argument,
    options: {},
    async run(terminal, input) {
      const { id, version } = exactVersion(input.argument)
      const host = await openHost(terminal)
      await followOperation(host, await host.post<Started>(`${REGISTRY}/${id}/versions/${version}/${name}`), terminal)
      terminal.say(`${id}@${version}: ${name}d`)
    },
  })

export const activate = verb('activate', 'Activates an installed version.')
export const deactivate = verb('deactivate', 'Deactivates a version that no tenant runs.')
export const release = verb('release', 'Lets a version out of quarantine.')

export const remove = command({
  summary: 'Deletes a version that no tenant runs.',
  argument,
  options: {},
  async run(terminal, input) {
    const { id, version } = exactVersion(input.argument)
    const host = await openHost(terminal)
    await followOperation(host, await host.delete<Started>(`${REGISTRY}/${id}/versions/${version}`), terminal)
    terminal.say(`${id}@${version}: deleted`)
  },
})
