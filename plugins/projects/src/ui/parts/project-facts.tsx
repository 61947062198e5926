import { Fragment, type ReactNode } from 'react'
import { optionLabel, StatusChip, useFormat, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { useProgress } from '../projects-api.js'
import { PROJECT_TONES, shareDone } from '../words.js'

/** A project's status. */
export function ProjectChip({ project: { status }, cell = false }: { project: Project; cell?: boolean }) {
  const t = useT()
  const tone = PROJECT_TONES[status]
  return (
    <StatusChip state={status} cell={cell} {...(tone && { tone })}>
      {optionLabel(t, 'status', status)}
    </StatusChip>
  )
}

/** The line below a project's title: code, the date that matters next, how much is done. */
export function ProjectFacts({ project }: { project: Project }) {
  const t = useT()
  const format = useFormat()
  const progress = useProgress(project.id)
  const { code, status, start_date, end_date } = project
  const facts: ReactNode[] = [
    code && <span key="code" className="io-id">{code}</span>,
    status === 'planned' && start_date && t('project.starts', { date: format.date(start_date) }),
    end_date && t('project.ends', { date: format.date(end_date) }),
    progress && progress.total > 0 && t('project.done', { share: format.percent(shareDone(progress), { digits: 0 }) }),
  ].filter(Boolean)
  return facts.map((fact, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      {fact}
    </Fragment>
  ))
}
