import { useHost, useT, useToast } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { assignAll } from '../../../clients/assignments'
import type { Tenant } from '../../../clients/tenant'
import { refreshModules } from '../lifecycle/use-operation'

export interface Refusal {
  tenant: Tenant
  error: unknown
}

export interface BulkAssign {
  run(moduleIds: readonly string[]): void
  busy: boolean
  /** Organizations that were asked for already. */
  done: number
  /** Who did not get them; the next run asks for these alone. */
  refusals: readonly Refusal[]
}

/** Gives modules to one organization after the other; for each it is all of them or none, and a refusal stops no other one. */
export function useBulkAssign(tenants: readonly Tenant[], onDone: () => void): BulkAssign {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(0)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  async function run(moduleIds: readonly string[]) {
    const wanted = refusals.length > 0 ? refusals.map(({ tenant }) => tenant) : tenants
    const refused: Refusal[] = []
    setBusy(true)
    for (const [at, tenant] of wanted.entries()) {
      setDone(tenants.length - wanted.length + at)
      await assignAll(api, tenant.id, moduleIds).catch((error: unknown) => refused.push({ tenant, error }))
    }
    await refreshModules(queries)
    setBusy(false)
    setRefusals(refused)
    if (refused.length > 0) return
    toast(t('bulkAssign.done', { count: tenants.length }))
    onDone()
  }
  return { run: (moduleIds) => void run(moduleIds), busy, done, refusals }
}
