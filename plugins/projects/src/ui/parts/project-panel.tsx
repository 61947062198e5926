import { Avatar, DateText, Facts, Meter, Money, PanelSection, useFormat, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { useProgress } from '../projects-api.js'
import { shareDone } from '../words.js'
import { MemberStack } from './member-stack.js'
import { ProjectChip } from './project-facts.js'

/** A project beside the list of projects. */
export function ProjectPanel({ project }: { project: Project }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <div className="io-row io-gap-12">
          <Avatar name={project.name} id={project.id} square size={40} />
          <div className="io-col io-grow">
            <h2>
              <bdi>{project.name}</bdi>
            </h2>
            {project.code && <span className="io-cap io-id">{project.code}</span>}
          </div>
          <ProjectChip project={project} />
        </div>
      </PanelSection>
      <ProgressSection project={project} />
      <PanelSection title={t('project.about')}>
        <p className={project.description ? 'io-dense io-lines' : 'io-dense io-muted'} dir="auto">
          {project.description ?? t('project.noDescription')}
        </p>
        <Facts
          items={[
            { label: t('field.start_date'), value: <DateText value={project.start_date} /> },
            { label: t('field.end_date'), value: <DateText value={project.end_date} /> },
            { label: t('field.budget'), value: <Money value={project.budget} {...(project.currency && { currency: project.currency })} /> },
          ]}
        />
      </PanelSection>
    </>
  )
}

function ProgressSection({ project }: { project: Project }) {
  const t = useT()
  const format = useFormat()
  const progress = useProgress(project.id)
  const share = progress ? shareDone(progress) : 0
  const text = t('project.done', { share: format.percent(share, { digits: 0 }) })
  return (
    <PanelSection title={t('task.list')} {...(progress && { count: progress.total })} action={<MemberStack projectId={project.id} />}>
      <Meter value={share * 100} label={text} />
      <span className="io-cap">{text}</span>
    </PanelSection>
  )
}
