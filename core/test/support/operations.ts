import { setTimeout as sleep } from 'node:timers/promises'
import type { TestHost } from '../../src/testing/index.js'

export interface OperationAnswer {
  id: string
  kind: string
  state: 'running' | 'succeeded' | 'failed'
  steps: { name: string; state: string; started_at: string; finished_at: string | null }[]
  error?: { code: string; message: string }
}

/** Follows an operation to its end. */
export async function ended({ superAdmin }: Pick<TestHost, 'superAdmin'>, { operation_id }: { operation_id: string }): Promise<OperationAnswer> {
  for (;;) {
    const operation = await superAdmin.get<OperationAnswer>(`/api/v1/operations/${operation_id}`).expect(200)
    if (operation.state !== 'running') return operation
    await sleep(20)
  }
}

/** Installs from the registry and activates, as a super admin does. */
export async function install(host: Pick<TestHost, 'superAdmin'>, { name, version, activate = true }: { name: string; version: string; activate?: boolean }): Promise<OperationAnswer> {
  return ended(host, await host.superAdmin.post<{ operation_id: string }>('/api/v1/module-registry/install', { package: name, version, activate }).expect(202))
}
