import { atField, type Context, type EventType, type ListParams } from '@innoerp/sdk/contract'
import { withRules, type ModuleEvents } from '@innoerp/sdk/server'
import { MemberAdded, MemberChanged, MemberRemoved } from '../shared/events.js'
import type { Member, MemberPatch, NewMember } from '../shared/member.js'
import type { RequireActive } from './active-people.js'
import { errors } from './errors.js'
import type { MemberRepository } from './member-repository.js'
import type { ProjectRepository } from './project-repository.js'

interface Deps {
  projects: ProjectRepository
  members: MemberRepository
  requireActive: RequireActive
  events: ModuleEvents
}
/** Who in which project. */
export interface Membership {
  projectId: string
  userId: string
}

const rules = { project_member_once: () => atField('user_id', errors.ALREADY_MEMBER) }

export type MemberService = ReturnType<typeof createMemberService>

/** Members of a project. Errors: `PROJECTS_USER_NOT_ACTIVE`, `PROJECTS_ALREADY_MEMBER`, and those of every record. */
export const createMemberService = ({ projects, members, requireActive, events }: Deps) => {
  const publish = (tx: Context, type: EventType<typeof MemberAdded.schema>, { id, version, project_id, user_id, role }: Member) =>
    events.publish(tx, type, { data: { project_id, user_id, role }, aggregate_id: id, aggregate_version: version })

  return {
    list: async (ctx: Context, projectId: string, params: ListParams) => {
      await projects.get(ctx, projectId)
      return members.list(ctx, params, { project_id: projectId })
    },

    add: async (ctx: Context, projectId: string, input: NewMember) => {
      await requireActive(ctx, input.user_id, 'user_id')
      return withRules(rules, () =>
        ctx.transaction(async (tx) => {
          await members.holdProject(tx, projectId)
          const member = await members.insert(tx, { ...input, project_id: projectId })
          await publish(tx, MemberAdded, member)
          return member
        }),
      )
    },

    patch: (ctx: Context, { projectId, userId }: Membership, { values, ifMatch }: { values: MemberPatch; ifMatch: string | undefined }) =>
      ctx.transaction(async (tx) => {
        const member = await members.patch(tx, await members.idOf(tx, projectId, userId), { values, ifMatch })
        await publish(tx, MemberChanged, member)
        return member
      }),

    remove: (ctx: Context, { projectId, userId }: Membership, { ifMatch }: { ifMatch: string | undefined }) =>
      ctx.transaction(async (tx) => {
        const member = await members.remove(tx, await members.idOf(tx, projectId, userId), { ifMatch })
        await publish(tx, MemberRemoved, member)
      }),
  }
}
