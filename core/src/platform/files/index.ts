/**
 * Files of organizations: rows in `platform.files`, content on disk (`<home>/files`) or in an S3-compatible store, named by its hash
 * within its organization, so that nothing is reached by a path and the same content is kept once. Types are sniffed, sizes bounded,
 * and what a module keeps is counted against its quota.
 */
import type { StoredFile } from '@innoerp/sdk/server'
import { newId } from '@innoerp/sdk/server'
import { createHash } from 'node:crypto'
import type { CoreDb } from '../database/core-db.js'
import { quotaErrors } from '../limits/quota-errors.js'
import type { ContentStore } from './content-store.js'
import { fileErrors } from './errors.js'
import { isAccepted, mediaTypeOf } from './media-type.js'

export const MEBIBYTE = 1_048_576
const MAX_MEBIBYTES = 25
const MAX_NAME = 255

/** Whose files: those of a module (`core` for the host's own) in an organization. */
export interface FileOwner {
  organizationId: string
  moduleId: string
  userId?: string | undefined
}
export interface NewFile {
  name: string
  content: Uint8Array
  /** Media types that are taken, `image/*` among them; all where absent. */
  accept?: readonly string[]
}
export interface Files {
  /** @throws FILE_TOO_LARGE (413), FILE_TYPE (415), QUOTA_STORAGE (402), FILE_STORE (503) */
  store(owner: FileOwner, file: NewFile): Promise<StoredFile>
  /** Undefined when the owner has no such file. */
  read(owner: FileOwner, id: string): Promise<{ file: StoredFile; content: Uint8Array } | undefined>
  remove(owner: FileOwner, id: string): Promise<boolean>
}

const COLUMNS = 'id, name, media_type as type, size, sha256, created_at'
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
const USED = `select (select coalesce(sum(size), 0)::bigint from platform.files where organization_id = $1 and module_id = $2) as used,
  (select storage_mb from tenant.organization_modules where organization_id = $1 and module_id = $2) as quota`
const INSERT = `insert into platform.files (id, organization_id, module_id, name, media_type, size, sha256, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`
const FIND = `select ${COLUMNS} from platform.files where id = $1 and organization_id = $2 and module_id = $3`
const REMOVE = 'delete from platform.files where id = $1 and organization_id = $2 and module_id = $3 returning sha256'
const OTHERS = 'select 1 from platform.files where organization_id = $1 and sha256 = $2 limit 1'

const keyOf = (organizationId: string, sha256: string): string => `${organizationId}/${sha256.slice(0, 2)}/${sha256}`

export function createFiles({ db, store }: { db: CoreDb; store: ContentStore }): Files {
  const insert = async ({ organizationId, moduleId, userId }: FileOwner, file: Omit<StoredFile, 'id' | 'created_at'>): Promise<StoredFile> =>
    db.transaction({ organizationId }, async (tx) => {
      // Two uploads at once must not both fit into the last megabyte.
      await db.run(tx, LOCK, [`files ${organizationId} ${moduleId}`])
      const [space] = await db.run<{ used: number; quota: number | null }>(tx, USED, [organizationId, moduleId])
      const { used = 0, quota = null } = space ?? {}
      if (quota !== null && used + file.size > quota * MEBIBYTE) throw quotaErrors.STORAGE({ values: { max: quota, size: (file.size / MEBIBYTE).toFixed(2) } })
      await db.run(tx, LOCK, [keyOf(organizationId, file.sha256)])
      const [row] = await db.run<StoredFile>(tx, INSERT, [newId(), organizationId, moduleId, file.name, file.type, file.size, file.sha256, userId])
      return row as StoredFile
    })
  /** Removes content that no file has any more. */
  const sweep = (organizationId: string, sha256: string): Promise<void> =>
    db.transaction({ organizationId }, async (tx) => {
      const key = keyOf(organizationId, sha256)
      await db.run(tx, LOCK, [key])
      if ((await db.run(tx, OTHERS, [organizationId, sha256])).length === 0) await store.remove(key)
    })
  return {
    store: async (owner, { name, content, accept }) => {
      const size = content.byteLength
      if (size > MAX_MEBIBYTES * MEBIBYTE) throw fileErrors.TOO_LARGE({ values: { max: MAX_MEBIBYTES, size: (size / MEBIBYTE).toFixed(1) } })
      const type = await mediaTypeOf(content)
      if (accept && !isAccepted(type, accept)) throw fileErrors.TYPE({ values: { type, accepted: accept.join(', ') } })
      const sha256 = createHash('sha256').update(content).digest('hex')
      const key = keyOf(owner.organizationId, sha256)
      await store.put(key, content)
      const row = await insert(owner, { name: shownName(name), type, size, sha256 }).catch(async (error: unknown) => {
        await sweep(owner.organizationId, sha256)
        throw error
      })
      // Somebody may have removed the last file of this content between the two; from the row on nobody does.
      if (!(await store.has(key))) await store.put(key, content)
      return row
    },
    read: async ({ organizationId, moduleId }, id) => {
      const [file] = await db.run<StoredFile>({ organizationId }, FIND, [id, organizationId, moduleId])
      const content = file && (await store.get(keyOf(organizationId, file.sha256)))
      return content && { file, content }
    },
    remove: async ({ organizationId, moduleId }, id) => {
      const [gone] = await db.run<{ sha256: string }>({ organizationId }, REMOVE, [id, organizationId, moduleId])
      if (gone) await sweep(organizationId, gone.sha256)
      return gone !== undefined
    },
  }
}

/** The last part of a name, without signs that nobody sees. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim().slice(0, MAX_NAME) || 'file'
}
