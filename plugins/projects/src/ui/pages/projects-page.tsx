import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  columnsOf,
  DataTable,
  filter,
  FormDialog,
  Money,
  NOTHING,
  PageFrame,
  useCan,
  useFormat,
  useShortcut,
  useT,
  type PhoneRow,
} from '@innoerp/sdk/ui'
import { PROJECT_STATUSES, ProjectList, type Project } from '../../shared/project.js'
import { projectForm } from '../forms.js'
import { ProjectChip } from '../parts/project-facts.js'
import { ProjectPanel } from '../parts/project-panel.js'
import { projects } from '../projects-api.js'
import { PROJECT_TONES } from '../words.js'

const column = columnsOf<Project>()
const columns = [
  column.name('name', { link: (project) => project.id }),
  column.custom('code', { width: 100, render: (project) => <span className="io-id">{project.code ?? NOTHING}</span> }),
  column.state('status', { tones: PROJECT_TONES }),
  column.date('start_date'),
  column.date('end_date'),
  column.money('budget', { currency: 'currency' }),
  column.date('updated_at', { rel: true }),
]
const panelOf = (project: Project) => <ProjectPanel project={project} />
const filters = [filter.choice('status', PROJECT_STATUSES)]
const views = [
  { id: 'all', label: 'view.all' },
  { id: 'active', label: 'view.active', filters: [{ field: 'status', values: ['active'] }] },
  { id: 'planned', label: 'view.planned', filters: [{ field: 'status', values: ['planned'] }] },
]

/** All projects of the organization. */
export default function ProjectsPage() {
  const t = useT()
  const navigate = useNavigate()
  const format = useFormat()
  const phoneRow = (project: Project): PhoneRow => ({
    title: project.name,
    meta: [project.code, project.end_date && t('project.ends', { date: format.date(project.end_date) })].filter(Boolean),
    figure: project.budget && <Money value={project.budget} currency={project.currency ?? undefined} />,
    state: <ProjectChip cell project={project} />,
  })
  const canManage = useCan('projects.manage')
  const [adding, setAdding] = useState(false)
  useShortcut(['c'], () => setAdding(true), canManage)
  const openNew = (project: Project | undefined) => project && void navigate(project.id)
  const create = canManage && (
    <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t('project.new')}
    </Button>
  )
  return (
    <PageFrame fill title={t('title')} permission="projects.read" actions={create}>
      <DataTable
        name="project"
        source={projects}
        spec={ProjectList}
        columns={columns}
        filters={filters}
        views={views}
        panel={panelOf}
        phoneRow={phoneRow}
        empty={{ icon: 'project', ...(create && { actions: create }) }}
      />
      <FormDialog form={projectForm} open={adding} onClose={() => setAdding(false)} onDone={openNew} />
    </PageFrame>
  )
}
