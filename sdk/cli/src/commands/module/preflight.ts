import { CliError } from '../../cli-error.js'
import type { Terminal } from '../../command.js'
import type { HostClient } from '../../host/host-client.js'
import { REGISTRY } from './api.js'

interface Preflight {
  ok: boolean
  problems: { severity: 'error' | 'warning'; code: string; message: string }[]
  impact: {
    dependents: { module_id: string; version: string }[]
    row_counts: Record<string, number>
    tenants: { name: string }[]
    migrations: { file: string; phase: string }[]
    capabilities: string[]
  }
}
interface Question {
  action: 'upgrade' | 'uninstall'
  version?: string | undefined
}

/** Asks the host what an action would break, and shows it. */
export async function preflight(host: HostClient, { id, ...question }: Question & { id: string }, { say }: Pick<Terminal, 'say'>): Promise<Preflight> {
  const answer = await host.post<Preflight>(`${REGISTRY}/${id}/preflight`, question)
  for (const { severity, message } of answer.problems) say(`  ${severity}: ${message}`)
  const { tenants, dependents, row_counts: rows, migrations, capabilities } = answer.impact
  const figures: [string, readonly string[]][] = [
    ['tenants', tenants.map(({ name }) => name)],
    ['dependents', dependents.map((row) => `${row.module_id}@${row.version}`)],
    ['rows', Object.entries(rows).map(([name, count]) => `${name} ${count}`)],
    ['migrations', migrations.map(({ file, phase }) => `${file} (${phase})`)],
    ['asks for', capabilities],
  ]
  for (const [what, values] of figures) if (values.length > 0) say(`  ${what}: ${values.join(', ')}`)
  return answer
}

/** @throws CliError when a person was asked and did not say yes; nobody is asked without a terminal or with --yes */
export async function confirmed(question: string, { ask }: Terminal, yes = false): Promise<void> {
  if (yes || !ask) return
  if (!/^y(es)?$/i.test(await ask(`${question} yes or no?`, 'no'))) throw new CliError('Nothing was changed.')
}
