import { auditFrom, scopeOf, tenantOf, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { userErrors } from './errors.js'
import type { Profile, ProfileBody } from './profile-schemas.js'
import type { UserService } from './user-service.js'

const IMAGES = ['image/jpeg', 'image/png', 'image/webp']
const MAX_IMAGE = 5 * 1024 * 1024
const FIELDS = ['phone', 'job_title', 'department', 'bio', 'locale', 'time_zone'] as const

interface Row extends Omit<Profile, 'avatar_url'> {
  avatar_file_id: string | null
}
const FIND = `select user_id, ${FIELDS.join(', ')}, avatar_file_id from users.profiles where user_id = $1`
const UPSERT = `insert into users.profiles (user_id, organization_id, ${FIELDS.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (user_id) do update set ${FIELDS.map((field) => `${field} = excluded.${field}`).join(', ')}, updated_at = now()`
const SET_AVATAR = `insert into users.profiles (user_id, organization_id, avatar_file_id) values ($1, $2, $3)
  on conflict (user_id) do update set avatar_file_id = excluded.avatar_file_id, updated_at = now()`

/** What people say of themselves, and their picture. Everybody in the organization reads it; they themselves and administrators change it. */
export interface ProfileService {
  get(ctx: ServiceContext, userId: string): Promise<Profile>
  put(ctx: ServiceContext, userId: string, body: ProfileBody): Promise<Profile>
  /** @throws USER_IMAGE_TOO_LARGE (413), FILE_TYPE (415) */
  setImage(ctx: ServiceContext, userId: string, file: { name: string; content: Buffer }): Promise<Profile>
  /** @throws USER_NO_IMAGE (404) */
  image(ctx: ServiceContext, userId: string): Promise<{ type: string; content: Uint8Array }>
}

export function createProfileService({ platform, users }: { platform: Platform; users: UserService }): ProfileService {
  const { database: { core }, files, audit, bus } = platform
  const owner = (ctx: ServiceContext) => ({ organizationId: tenantOf(ctx).organization.id, moduleId: 'core', userId: ctx.caller.id })
  const rowOf = async (ctx: ServiceContext, userId: string): Promise<Row | undefined> => (await core.run<Row>(scopeOf(ctx), FIND, [userId]))[0]
  const get: ProfileService['get'] = async (ctx, userId) => {
    await users.get(ctx, userId)
    return shown(userId, await rowOf(ctx, userId))
  }
  /** @throws USER_NOT_FOUND before it says that somebody may not */
  const assertMayChange = async (ctx: ServiceContext, userId: string): Promise<void> => {
    await users.get(ctx, userId)
    if (ctx.caller.id !== userId && ctx.caller.user_type !== 'admin') throw requestErrors.FORBIDDEN({ values: { permission: 'administration' } })
  }
  return {
    get,
    put: async (ctx, userId, body) => {
      await assertMayChange(ctx, userId)
      const before = await rowOf(ctx, userId)
      const values = FIELDS.map((field) => (body[field] === undefined ? (before?.[field] ?? null) : body[field]))
      await core.transaction(scopeOf(ctx), async (tx) => {
        await core.run(tx, UPSERT, [userId, tenantOf(ctx).organization.id, ...values])
        await audit.append(tx, { ...auditFrom(ctx), action: 'profile.changed', target: { type: 'user', id: userId }, data: { fields: Object.keys(body) } })
      })
      await bus.announce({ kind: 'user', id: userId })
      return get(ctx, userId)
    },
    setImage: async (ctx, userId, { name, content }) => {
      await assertMayChange(ctx, userId)
      if (content.byteLength > MAX_IMAGE) throw userErrors.IMAGE_TOO_LARGE()
      const before = await rowOf(ctx, userId)
      const { id } = await files.store(owner(ctx), { name, content, accept: IMAGES })
      await core.transaction(scopeOf(ctx), async (tx) => {
        await core.run(tx, SET_AVATAR, [userId, tenantOf(ctx).organization.id, id])
        await audit.append(tx, { ...auditFrom(ctx), action: 'profile.image_changed', target: { type: 'user', id: userId } })
      })
      if (before?.avatar_file_id) await files.remove(owner(ctx), before.avatar_file_id)
      return get(ctx, userId)
    },
    image: async (ctx, userId) => {
      await users.get(ctx, userId)
      const fileId = (await rowOf(ctx, userId))?.avatar_file_id
      const found = fileId && (await files.read(owner(ctx), fileId))
      if (!found) throw userErrors.NO_IMAGE()
      return { type: found.file.type, content: found.content }
    },
  }
}

function shown(userId: string, row: Row | undefined): Profile {
  const { avatar_file_id, ...fields } = row ?? { user_id: userId, phone: null, job_title: null, department: null, bio: null, locale: null, time_zone: null, avatar_file_id: null }
  return { ...fields, avatar_url: avatar_file_id ? `/api/v1/users/${userId}/profile/image?v=${avatar_file_id.slice(-12)}` : null }
}
