import { command } from '../../command.js'
import { openHost } from '../../host/host-client.js'
import { table } from '../../table.js'
import { needed, REGISTRY, type ModuleDetail, type ModuleRow, type VersionRow } from './api.js'

const json = { json: { type: 'boolean', help: 'as JSON' } } as const

export const list = command({
  summary: 'Lists the modules of a host.',
  options: json,
  async run(terminal, { values }) {
    const { items } = await (await openHost(terminal)).get<{ items: ModuleRow[] }>(`${REGISTRY}?limit=200`)
    if (values.json) return terminal.say(JSON.stringify(items, null, 2))
    const rows = items.map((row) => [row.module_id, row.version ?? '', row.signature, row.is_active ? 'open' : 'closed', String(row.tenants), row.module_name])
    for (const line of table(['module', 'version', 'signature', 'new tenants', 'tenants', 'name'], rows)) terminal.say(line)
  },
})

export const available = command({
  summary: 'Lists what the registry holds and the host has not installed.',
  options: json,
  async run(terminal, { values }) {
    const { items } = await (await openHost(terminal)).get<{ items: (VersionRow & { module_id: string; package: string })[] }>(`${REGISTRY}/available?limit=200`)
    if (values.json) return terminal.say(JSON.stringify(items, null, 2))
    for (const line of table(['module', 'version', 'signature', 'isolation', 'package'], items.map((row) => [row.module_id, row.version, row.signature, row.isolation, row.package]))) terminal.say(line)
  },
})

export const status = command({
  summary: 'Shows the versions of a module: state, signature, isolation, tenants.',
  argument: { name: 'module', help: 'its id, such as crm' },
  options: json,
  async run(terminal, { argument, values }) {
    const detail = await (await openHost(terminal)).get<ModuleDetail>(`${REGISTRY}/${needed(argument, 'module')}`)
    if (values.json) return terminal.say(JSON.stringify(detail, null, 2))
    const { stable, beta } = detail.channels
    terminal.say(`${detail.module_id}: ${detail.module_name}${detail.package ? ` (${detail.package})` : ''}, stable ${stable ?? '-'}, beta ${beta ?? '-'}`)
    const rows = detail.versions.map((row) => [row.version, row.state, row.signature, row.isolation, String(row.tenants), row.error ?? ''])
    for (const line of table(['version', 'state', 'signature', 'isolation', 'tenants', ''], rows)) terminal.say(line)
  },
})
