import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import {
  LoadFailed,
  PageFrame,
  SkeletonLines,
  Tabs,
  useCan,
  useList,
  useListState,
  useRecord,
  useSlotActions,
  useSlotTabs,
  useT,
  type ListStateHandle,
  type TabItem,
} from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { TaskState } from '../../shared/task.js'
import { BoardTab } from '../parts/board-tab.js'
import { MembersTab } from '../parts/members-tab.js'
import { NewTask } from '../parts/new-task.js'
import { ProjectActions } from '../parts/project-actions.js'
import { ProjectChip, ProjectFacts } from '../parts/project-facts.js'
import { TaskListTab } from '../parts/task-list-tab.js'
import { membersOf, projects, tasksOf } from '../projects-api.js'

const TABS = ['board', 'list', 'members'] as const
type TabId = (typeof TABS)[number]
const isTab = (id: string | null): id is TabId => TABS.some((tab) => tab === id)

/** Where other modules show what they know of a project, and what they can do with it; they are given `{ project_id, company_id }`. */
const TAB_SLOT = 'projects.project.tabs'
const ACTION_SLOT = 'projects.project.actions'

/** One project: its board, its tasks as a list, its members. */
export default function ProjectPage() {
  const t = useT()
  const { id = '' } = useParams()
  const project = useRecord(projects, id)
  if (project.data) return <Loaded key={id} project={project.data} />
  return (
    <PageFrame title={t('title')} permission="projects.read">
      {project.error ? (
        <LoadFailed error={project.error} title={t('project.oneNotLoaded')} onRetry={() => void project.refetch()} />
      ) : (
        <SkeletonLines />
      )}
    </PageFrame>
  )
}

function Loaded({ project }: { project: Project }) {
  const [params, setParams] = useSearchParams()
  const list = useListState({ sort: 'number' })
  const canWrite = useCan('projects.write')
  const [adding, setAdding] = useState<TaskState>()
  const context = { project_id: project.id, company_id: project.company_id ?? null }
  const added = useSlotTabs(TAB_SLOT, context)
  const more = useSlotActions(ACTION_SLOT, context)
  const asked = params.get('tab')
  const shown = added.content(asked)
  const tab = isTab(asked) ? asked : 'board'
  // Another tab begins with its own search, filters and open record.
  const choose = (id: string) => setParams(id === 'board' ? {} : { tab: id })
  return (
    <PageFrame
      fill
      title={project.name}
      permission="projects.read"
      chip={<ProjectChip project={project} />}
      facts={<ProjectFacts project={project} />}
      tabs={<ProjectTabs project={project} tab={shown && asked ? asked : tab} added={added.items} onChange={choose} />}
      actions={<ProjectActions project={project} more={more.actions} {...(canWrite && { onAdd: () => setAdding('backlog') })} />}
    >
      {shown ?? <Content tab={tab} project={project} list={list} onAdd={setAdding} />}
      {more.running}
      {canWrite && <NewTask project={project} state={adding} onClose={() => setAdding(undefined)} />}
    </PageFrame>
  )
}

interface ContentProps {
  tab: TabId
  project: Project
  list: ListStateHandle
  onAdd(state: TaskState): void
}

function Content({ tab, project, list, onAdd }: ContentProps) {
  if (tab === 'members') return <MembersTab projectId={project.id} />
  if (tab === 'list') return <TaskListTab project={project} list={list} />
  return <BoardTab project={project} list={list} onAdd={onAdd} />
}

interface ProjectTabsProps {
  project: Project
  tab: string
  /** Tabs of other modules, after its own. */
  added: readonly TabItem[]
  onChange(id: string): void
}

function ProjectTabs({ project, tab, added, onChange }: ProjectTabsProps) {
  const t = useT()
  const tasks = useList(tasksOf(project.id), { limit: 1 }).data?.total
  const members = useList(membersOf(project.id), { limit: 50 }).data?.total
  const counts: Partial<Record<TabId, number | undefined>> = { list: tasks, members }
  const items = TABS.map((id) => ({ id, label: t(`tab.${id}`), count: counts[id] }))
  return <Tabs items={[...items, ...added]} value={tab} onChange={onChange} label={t('tab.label')} />
}
