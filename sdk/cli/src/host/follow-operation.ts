import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import type { HostClient } from './host-client.js'

interface Step {
  name: string
  state: 'running' | 'succeeded' | 'failed'
  started_at: string
  finished_at: string | null
  detail?: string
}
interface Operation {
  id: string
  kind: string
  state: 'running' | 'succeeded' | 'failed'
  steps: Step[]
  error?: { code: string; message: string }
}

const POLL_MS = 200
/** A host that is started anew goes on with what it was at. */
const ABSENCES = 50

/**
 * Shows each step of an operation as it ends, until the operation does.
 * @throws CliError with the operation's own words when it fails
 */
export async function followOperation(host: HostClient, { operation_id }: { operation_id: string }, { say, pollMs = POLL_MS }: Pick<Terminal, 'say'> & { pollMs?: number }): Promise<void> {
  let shown = 0
  let absences = 0
  for (;;) {
    const operation = await host.get<Operation>(`/api/v1/operations/${operation_id}`).catch((error: unknown) => {
      absences += 1
      if (absences > ABSENCES) throw error
      return undefined
    })
    const ended = (operation?.steps ?? []).filter(({ state }) => state !== 'running')
    for (const step of ended.slice(shown)) say(`  ${lineOf(step)}`)
    shown = Math.max(shown, ended.length)
    if (operation?.state === 'failed') throw new CliError(operation.error?.message ?? `${operation.kind} failed.`)
    if (operation?.state === 'succeeded') return
    await sleep(pollMs)
  }
}

function lineOf({ name, state, started_at, finished_at, detail }: Step): string {
  const ms = finished_at === null ? 0 : Date.parse(finished_at) - Date.parse(started_at)
  return `${state === 'failed' ? '✗' : '✓'} ${name} (${ms} ms)${detail ? `: ${detail}` : ''}`
}
