import { Link } from 'react-router'
import { FactsPanel, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { Task } from '../../shared/task.js'
import { taskFormOf } from '../forms.js'
import { taskRef } from '../words.js'
import { Comments } from './comments.js'
import { Subtasks } from './subtasks.js'
import { TaskMenu } from './task-menu.js'

export interface TaskPanelProps {
  project: Project
  task: Task
  onDeleted?(): void
}

/** A task beside the board or the list. */
export function TaskPanel({ project, task, onDeleted }: TaskPanelProps) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <div className="io-row">
          <span className="io-cap io-id io-grow">{taskRef(project, task)}</span>
          <TaskMenu project={project} task={task} {...(onDeleted && { onDeleted })} />
        </div>
        <h2>
          <Link to={`/${project.id}/tasks/${task.id}`}>
            <bdi>{task.title}</bdi>
          </Link>
        </h2>
      </PanelSection>
      <FactsPanel
        form={taskFormOf(project)}
        record={task}
        permission="projects.write"
        sections={[{ facts: ['state', 'priority', 'assignee_id', 'due_date', 'parent_id', 'description'] }]}
      />
      <PanelSection title={t('task.subtasks')} {...(task.subtask_count > 0 && { count: task.subtask_count })}>
        <Subtasks project={project} task={task} />
      </PanelSection>
      <PanelSection title={t('comment.title')} {...(task.comment_count > 0 && { count: task.comment_count })}>
        <Comments key={task.id} task={task} />
      </PanelSection>
    </>
  )
}
