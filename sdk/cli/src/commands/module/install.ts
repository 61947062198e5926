import { CliError } from '../../cli-error.js'
import { command } from '../../command.js'
import { followOperation } from '../../host/follow-operation.js'
import { openHost } from '../../host/host-client.js'
import { nameAndVersion, needed, REGISTRY, type ModuleDetail, type Started } from './api.js'
import { preflight } from './preflight.js'

export const install = command({
  summary: 'Installs a package from the registry and activates it, without a restart.',
  argument: { name: 'package', help: 'such as @innoerp/module-crm or @innoerp/module-crm@1.2.0' },
  options: { inactive: { type: 'boolean', help: 'install it and leave it inactive' } },
  async run(terminal, { argument, values: { inactive = false } }) {
    const { name, version } = nameAndVersion(needed(argument, 'package'))
    const host = await openHost(terminal)
    terminal.say(`installing ${argument}`)
    await followOperation(host, await host.post<Started>(`${REGISTRY}/install`, { package: name, version, activate: !inactive }), terminal)
    terminal.say(`${argument} is ${inactive ? 'installed' : 'active'}.`)
  },
})

export const upgrade = command({
  summary: 'Brings a module to another version, after a look at what that would break.',
  argument: { name: 'module', help: 'its id, such as crm or crm@2.0.0; the newest where no version is named' },
  options: { force: { type: 'boolean', help: 'go on although the look found errors' } },
  async run(terminal, { argument, values: { force = false } }) {
    const { name: id, version } = nameAndVersion(needed(argument, 'module'))
    const host = await openHost(terminal)
    const detail = await host.get<ModuleDetail>(`${REGISTRY}/${id}`)
    if (detail.package === null) throw new CliError(`${id} is part of the host and comes with it.`)
    terminal.say(`upgrading ${id} from ${detail.version ?? 'nothing'}${version ? ` to ${version}` : ''}`)
    const { ok } = await preflight(host, { id, action: 'upgrade', version }, terminal)
    if (!ok && !force) throw new CliError(`${id} was not upgraded. --force goes on all the same.`)
    await followOperation(host, await host.post<Started>(`${REGISTRY}/install`, { package: detail.package, version, activate: true }), terminal)
    terminal.say(`${id} is at ${(await host.get<ModuleDetail>(`${REGISTRY}/${id}`)).version ?? 'nothing'}.`)
  },
})
