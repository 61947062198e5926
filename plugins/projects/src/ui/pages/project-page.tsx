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
  useT,
  type ListStateHandle,
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
  const asked = params.get('tab')
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
      tabs={<ProjectTabs project={project} tab={tab} onChange={choose} />}
      actions={<ProjectActions project={project} {...(canWrite && { onAdd: () => setAdding('backlog') })} />}
    >
      <Content tab={tab} project={project} list={list} onAdd={setAdding} />
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

function ProjectTabs({ project, tab, onChange }: { project: Project; tab: TabId; onChange(id: string): void }) {
  const t = useT()
  const tasks = useList(tasksOf(project.id), { limit: 1 }).data?.total
  const members = useList(membersOf(project.id), { limit: 50 }).data?.total
  const counts: Partial<Record<TabId, number | undefined>> = { list: tasks, members }
  const items = TABS.map((id) => ({ id, label: t(`tab.${id}`), count: counts[id] }))
  return <Tabs items={items} value={tab} onChange={onChange} label={t('tab.label')} />
}
