import { formOf, type FormSpec } from '@innoerp/sdk/ui'
import { Member, type NewMember } from '../shared/member.js'
import { Project } from '../shared/project.js'
import { Task } from '../shared/task.js'
import { membersOf, projects, tasksOf, type ProjectDraft, type TaskDraft } from './projects-api.js'
import { taskKindOf } from './task-kind.js'

export const projectForm = formOf<Project, ProjectDraft>({
  name: 'project',
  schema: Project,
  target: projects,
  layout: ['name', ['code', 'status'], 'description', ['start_date', 'end_date'], ['budget', 'currency']],
  fields: { budget: { kind: 'money', currency: 'currency' }, description: { lines: 3 } },
})

export const taskFormOf = (project: Project): FormSpec<Task, TaskDraft> =>
  formOf({
    name: 'task',
    schema: Task,
    target: tasksOf(project.id),
    layout: ['title', 'description', ['state', 'priority'], ['assignee_id', 'due_date'], 'parent_id'],
    fields: { assignee_id: { kind: 'person' }, parent_id: { of: taskKindOf(project) }, description: { lines: 3 } },
  })

export const memberFormOf = (projectId: string): FormSpec<Member, NewMember> =>
  formOf({
    name: 'member',
    schema: Member,
    target: membersOf(projectId),
    layout: ['user_id', 'role'],
    fields: { user_id: { kind: 'person' } },
  })
