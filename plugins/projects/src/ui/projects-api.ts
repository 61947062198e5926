import { useMutation, useQueryClient } from '@tanstack/react-query'
import { etagOf, keys, resource, useList, type Resource } from '@innoerp/sdk/ui'
import type { Comment, NewComment } from '../shared/comment.js'
import type { Member, MemberRole, NewMember } from '../shared/member.js'
import type { NewProject, Project } from '../shared/project.js'
import type { NewTask, Task, TaskMove } from '../shared/task.js'

const PROJECTS = '/api/v1/projects'

/** What a form sends: fields with a default may be left out. */
export type ProjectDraft = Partial<NewProject>
export type TaskDraft = Partial<NewTask>
export type Tasks = Resource<Task, TaskDraft>

export const projects = resource<Project, ProjectDraft>(PROJECTS)

/** Tasks are listed and made below their project, and read, changed and deleted by their own id. */
export function tasksOf(projectId: string): Tasks {
  const listed = resource<Task, TaskDraft>(`${PROJECTS}/${projectId}/tasks`)
  const single = resource<Task, TaskDraft>(`${PROJECTS}/tasks`)
  return { ...single, path: listed.path, list: listed.list, create: listed.create }
}

export const commentsOf = (taskId: string): Resource<Comment, NewComment> => resource(`${PROJECTS}/tasks/${taskId}/comments`)

/** Members are named by their user, not by the id of their record. */
export const membersOf = (projectId: string): Resource<Member, NewMember> => resource(`${PROJECTS}/${projectId}/members`)

/** A task's new place. */
export interface Move {
  id: string
  to: TaskMove
}

/** Moves a task on the board; done when the tasks of the project are read anew. */
export function useMoveTask(projectId: string) {
  const queries = useQueryClient()
  const tasks = tasksOf(projectId)
  return useMutation<Task, Error, Move>({
    mutationFn: ({ id, to }) => tasks.act(id, 'move', { body: to }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all(tasks.path) }),
  })
}

/** Changes what a member is in the project. */
export function useMemberRole(projectId: string) {
  const queries = useQueryClient()
  const members = membersOf(projectId)
  return useMutation<Member, Error, { member: Member; role: MemberRole }>({
    mutationFn: ({ member, role }) => {
      const etag = etagOf(member)
      return members.update(member.user_id, { role }, etag ? { etag } : {})
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all(members.path) }),
  })
}

/** How much of a project is done; undefined until it is known. Cancelled tasks do not count. */
export interface Progress {
  total: number
  done: number
}

export function useProgress(projectId: string): Progress | undefined {
  const tasks = tasksOf(projectId)
  const [all, done, cancelled] = [useCount(tasks), useCount(tasks, 'done'), useCount(tasks, 'cancelled')]
  return all === undefined || done === undefined || cancelled === undefined ? undefined : { total: all - cancelled, done }
}

const useCount = (tasks: Tasks, state?: string) => useList(tasks, { limit: 1, ...(state && { state }) }).data?.total
