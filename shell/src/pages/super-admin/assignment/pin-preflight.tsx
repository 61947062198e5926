import { Note, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { useQuery } from '@tanstack/react-query'
import { moduleClient, type Preflight } from '../../../clients/modules'
import { ProblemList } from '../lifecycle/problem-list'
import type { AssignmentRow } from './assignment'

/** What the change would break for this organization; nothing while the version is the one that it runs. */
export function PinPreflight({ row, version }: { row: AssignmentRow; version: string | null }) {
  const t = useT()
  const { api } = useHost()
  const wanted = version !== null && version !== row.resolved_version
  const { data, error } = useQuery<Preflight, ApiError>({
    queryKey: ['preflight', row.moduleId, row.organizationId, version],
    queryFn: () => moduleClient(api, row.moduleId).preflight({ action: 'upgrade', version: version ?? '', organizations: [row.organizationId] }),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
  })
  if (!wanted) return null
  if (data) return <ProblemList preflight={data} />
  return <Note tone={error ? 'warning' : 'neutral'}>{t(error ? 'pin.notChecked' : 'pin.checking')}</Note>
}
