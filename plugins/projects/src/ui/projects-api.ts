import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys, resource, useList, type Resource } from '@innoerp/sdk/ui'
import type { Comment, NewComment } from '../shared/comment.js'
import type { Member, NewMember } from '../shared/member.js'
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

/** Tasks of all projects, to be read. */
export const allTasks = resource<Task, TaskDraft>(`${PROJECTS}/tasks`)

export const commentsOf = (taskId: string): Resource<Comment, NewComment> => resource(`${PROJECTS}/tasks/${taskId}/comments`)

/** Members. The API names them by their user, so here their id is the user's. */
export function membersOf(projectId: string): Resource<Member, NewMember> {
  const members = resource<Member, NewMember>(`${PROJECTS}/${projectId}/members`)
  const byUser = (member: Member): Member => ({ ...member, id: member.user_id })
  return {
    ...members,
    list: async (params, options) => {
      const page = await members.list(params, options)
      return { ...page, items: page.items.map(byUser) }
    },
    create: async (body, options) => byUser(await members.create(body, options)),
    update: async (id, body, options) => byUser(await members.update(id, body, options)),
  }
}

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
    // One after the other: the last move is the one that counts.
    scope: { id: tasks.path },
    mutationFn: ({ id, to }) => tasks.act(id, 'move', { body: to }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all(tasks.path) }),
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
