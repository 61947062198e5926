import { CommandSource, useHost, type Command } from '@innoerp/sdk/ui'
import { useCallback } from 'react'
import { tenants } from '../../clients/tenant'
import { tenantPath } from './paths'

/** As many as the palette shows at a glance. */
const FOUND = 6
const NONE: readonly Command[] = []

/** Lets the palette find tenants. */
export function TenantCommands() {
  const host = useHost()
  const search = useCallback(
    async (query: string, signal: AbortSignal): Promise<Command[]> => {
      const { items } = await tenants.list({ search: query, limit: FOUND, total: false }, { signal })
      return items.map(({ id, name, subdomain }) => ({
        id,
        label: name,
        context: subdomain,
        icon: 'company',
        run: () => void host.navigate(tenantPath(id)),
      }))
    },
    [host],
  )
  return <CommandSource id="tenants" actions={NONE} search={search} />
}
