import { ErrorState, Meter, optionLabel, SkeletonLines, useFormat, useList, useT, type Tone } from '@innoerp/sdk/ui'
import { PROJECT_STATUSES, type ProjectStatus } from '../../shared/project.js'
import { projects } from '../projects-api.js'
import { PROJECT_TONES } from '../words.js'

const SHOWN = PROJECT_STATUSES.filter((status) => status !== 'cancelled')
const TONES: Partial<Record<ProjectStatus, Tone>> = { ...PROJECT_TONES, on_hold: 'warning', completed: 'success' }

/** How many projects stand where. */
export default function ProjectStatusWidget() {
  const t = useT()
  const { data, error, refetch } = useList(projects, { limit: 1 })
  if (error) return <ErrorState error={error} title={t('project.notLoaded')} onRetry={() => void refetch()} />
  if (data?.total === undefined) return <SkeletonLines rows={3} />
  const all = data.total
  return (
    <ul className="io-bars">
      {SHOWN.map((status) => (
        <StatusRow key={status} status={status} all={all} />
      ))}
    </ul>
  )
}

function StatusRow({ status, all }: { status: ProjectStatus; all: number }) {
  const t = useT()
  const format = useFormat()
  const count = useList(projects, { status, limit: 1 }).data?.total
  const label = optionLabel(t, 'status', status)
  const tone = TONES[status]
  return (
    <li>
      <span>{label}</span>
      <b className="io-num">{count === undefined ? '' : format.number(count)}</b>
      <Meter label={label} value={count ?? 0} limit={all} {...(tone && { tone })} />
    </li>
  )
}
