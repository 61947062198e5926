import { keys, useHost } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { tenantClient, tenants } from '../../../../clients/tenant'

/** Carries out a change of organizations; lists and pages that show them are read anew, also after a refusal. */
export function useChangeTenant(): <T>(change: (client: ReturnType<typeof tenantClient>) => Promise<T>) => Promise<T> {
  const { api } = useHost()
  const queries = useQueryClient()
  return async (change) => {
    try {
      return await change(tenantClient(api))
    } finally {
      await queries.invalidateQueries({ queryKey: keys.all(tenants.path) })
    }
  }
}
