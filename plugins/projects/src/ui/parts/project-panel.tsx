import { Avatar, DateText, Facts, Meter, Money, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { useProgress } from '../projects-api.js'
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
      {project.description && (
        <PanelSection title={t('project.about')}>
          <p className="io-dense io-lines" dir="auto">
            {project.description}
          </p>
        </PanelSection>
      )}
      <PanelSection>
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
  const { done = 0, total = 0 } = useProgress(project.id) ?? {}
  const text = t('project.doneOf', { done, total })
  return (
    <PanelSection title={t('task.list')} action={<MemberStack projectId={project.id} />}>
      <Meter value={done} limit={total} label={text} />
      <span className="io-cap">{text}</span>
    </PanelSection>
  )
}
