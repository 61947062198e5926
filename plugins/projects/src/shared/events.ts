import { event, Nullable, OneOf, recordEvents, Type, Uuid } from '@innoerp/sdk/contract'
import { MEMBER_ROLES } from './member.js'
import { TASK_STATES } from './task.js'

const Fields = Type.Array(Type.String(), { description: 'Names of the fields that were set' })
const TaskId = Type.Object({ task_id: Uuid, project_id: Uuid })
const MemberOf = Type.Object({ project_id: Uuid, user_id: Uuid, role: OneOf(MEMBER_ROLES) })
const State = OneOf(TASK_STATES)
const withTask = <P extends Parameters<typeof Type.Object>[0]>(more: P) => Type.Object({ ...TaskId.properties, ...more })

export const projectEvents = recordEvents('project', { name: Type.String(), code: Nullable(Type.String()) })

export const MemberAdded = event('project.member.added', 1, MemberOf)
export const MemberChanged = event('project.member.changed', 1, MemberOf)
export const MemberRemoved = event('project.member.removed', 1, MemberOf)

export const TaskCreated = event('task.created', 1, withTask({ title: Type.String(), state: State, assignee_id: Nullable(Uuid) }))
export const TaskUpdated = event('task.updated', 1, withTask({ fields: Fields }))
export const TaskMoved = event('task.moved', 1, withTask({ from: State, to: State }))
/** A task and all tasks below it were deleted. */
export const TaskDeleted = event('task.deleted', 1, withTask({ subtask_ids: Type.Array(Uuid) }))
/** A task came back, with the tasks below it that were deleted together with it. */
export const TaskRestored = event('task.restored', 1, TaskId)
export const TaskCommented = event('task.commented', 1, withTask({ comment_id: Uuid }))
