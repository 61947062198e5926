import { Avatar, LinkRows, SkeletonLines, useT, type LinkRow } from '@innoerp/sdk/ui'
import type { ChartNode } from '../../shared/structure.js'
import { useOrgChart } from '../hr-api.js'

/** Whom a manager reports to, from the top down to the manager. */
function lineTo(managerId: string, nodes: ReadonlyMap<string, ChartNode>): ChartNode[] {
  const manager = nodes.get(managerId)
  if (!manager) return []
  return [...(manager.manager_id ? lineTo(manager.manager_id, nodes) : []), manager]
}

const rowOf = ({ id, name, job_title }: ChartNode): LinkRow => ({
  id,
  to: `/employees/${id}`,
  lead: <Avatar name={name} id={id} size={24} />,
  title: name,
  second: job_title,
})

/** The people above somebody, the nearest last. */
export function ManagerLine({ managerId }: { managerId: string }) {
  const t = useT()
  const chart = useOrgChart()
  if (chart.isPending) return <SkeletonLines rows={2} />
  const nodes = new Map((chart.data?.items ?? []).map((node) => [node.id, node]))
  return <LinkRows rows={lineTo(managerId, nodes).map(rowOf)} none={t('employee.noLine')} />
}
