import { CliError } from '../../cli-error.js'
import { command } from '../../command.js'
import { openHost, type HostClient } from '../../host/host-client.js'
import { needed } from './api.js'

export const pin = command({
  summary: 'Says which versions of a module a tenant runs: an exact version, a range, stable or beta.',
  argument: { name: 'module', help: 'its id, such as crm' },
  options: {
    tenant: { type: 'string', help: 'subdomain or id of the tenant' },
    range: { type: 'string', help: 'such as 1.2.0, ^1.0.0, stable or beta; without it, what holds is shown' },
  },
  async run(terminal, { argument, values }) {
    const id = needed(argument, 'module')
    const host = await openHost(terminal)
    const tenant = needed(values.tenant, 'tenant? Name it with --tenant')
    const path = `/api/v1/modules/organization/${await organizationId(host, tenant)}/${id}/version`
    const { range, resolved_version: version } = await (values.range === undefined ? host.get<Answer>(path) : host.put<Answer>(path, { range: values.range }))
    terminal.say(`${tenant} runs ${id} ${version ?? '(no version)'}, pinned to ${range}`)
  },
})

interface Answer {
  range: string
  resolved_version: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function organizationId(host: HostClient, tenant: string): Promise<string> {
  if (UUID.test(tenant)) return tenant
  const { items } = await host.get<{ items: { id: string; subdomain: string }[] }>(`/api/v1/organizations?search=${encodeURIComponent(tenant)}&limit=200`)
  const found = items.find(({ subdomain }) => subdomain === tenant)
  if (!found) throw new CliError(`There is no tenant ${tenant}.`)
  return found.id
}
