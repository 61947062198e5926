import { KIT, errorText, keys, useHost, useT, useToast, type ApiError, type ToastInit } from '@innoerp/sdk/ui'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { assignmentClient, modulesOf, type AssignedModule } from '../../../clients/assignments'
import type { Tenant } from '../../../clients/tenant'

interface Order {
  module: AssignedModule
  is_enabled: boolean
  /** It takes an earlier switch back, and offers no undo of its own. */
  back?: boolean
}

type Snapshot = [QueryKey, unknown][]

/** Switches a module of an organization on or off: seen at once, taken back when the server refuses, and undone on request. */
export function useSwitchModule(tenant: Tenant): (module: AssignedModule, is_enabled: boolean) => void {
  const t = useT()
  const kit = useT(KIT)
  const { api } = useHost()
  const toast = useToast()
  const queries = useQueryClient()
  const all = keys.all(modulesOf(tenant.id).path)
  const order = useMutation<void, ApiError, Order, Snapshot>({
    mutationFn: ({ module, is_enabled }) => assignmentClient(api, { organizationId: tenant.id, moduleId: module.module_id }).setEnabled(is_enabled),
    onMutate: async ({ module, is_enabled }) => {
      await queries.cancelQueries({ queryKey: all })
      const before: Snapshot = queries.getQueriesData({ queryKey: all })
      queries.setQueriesData<readonly AssignedModule[]>({ queryKey: all }, (rows) =>
        rows?.map((row) => (row.id === module.id ? { ...row, is_enabled } : row)),
      )
      return before
    },
    onSuccess: (_done, { module, is_enabled, back }) => {
      const undo: Partial<ToastInit> = back ? {} : { undo: () => order.mutate({ module, is_enabled: !is_enabled, back: true }) }
      toast({ text: t(is_enabled ? 'module.switchedOn' : 'module.switchedOff', { name: module.module_name, tenant: tenant.name }), ...undo })
    },
    onError: (error, _order, before = []) => {
      for (const [key, data] of before) queries.setQueryData(key, data)
      toast({ tone: 'error', text: errorText(kit, error) })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: all }),
  })
  return (module, is_enabled) => order.mutate({ module, is_enabled })
}
