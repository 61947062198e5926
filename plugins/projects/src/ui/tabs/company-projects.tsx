import { AppLink, Can, Card, CreateButton, EmptyState, ErrorState, SkeletonLines, useHost, useList, useModule, useT } from '@innoerp/sdk/ui'
import { projectForm } from '../forms.js'
import { ProjectChip } from '../parts/project-facts.js'
import { projects } from '../projects-api.js'

/** What the CRM gives to the tabs of a company. */
export interface CompanyTabProps {
  company_id: string
}

/** The projects for a company. */
export default function CompanyProjects({ company_id }: CompanyTabProps) {
  const t = useT()
  const host = useHost()
  const base = useModule()?.basePath ?? ''
  const list = useList(projects, { company_id, sort: 'name', limit: 200 })
  const create = (
    <Can permission="projects.manage">
      <CreateButton
        form={projectForm}
        defaults={{ company_id }}
        variant="outlined"
        onDone={(project) => project && void host.navigate(`${base}/${project.id}`)}
      />
    </Can>
  )
  if (list.error) return <ErrorState error={list.error} title={t('project.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={3} />
  if (list.data.items.length === 0) return <EmptyState icon="project" title={t('company.noProjects')} text={t('company.noProjectsText')} actions={create} />
  return (
    <div className="io-page-pad">
      <Card flush title={t('title')} count={list.data.total} actions={create}>
        {list.data.items.map((project) => (
          <AppLink key={project.id} className="io-list-item" href={`${base}/${project.id}`}>
            <span className="io-grow io-trunc io-strong">{project.name}</span>
            {project.code && <span className="io-id">{project.code}</span>}
            <ProjectChip cell project={project} />
          </AppLink>
        ))}
      </Card>
    </div>
  )
}
