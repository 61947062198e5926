import { bind } from '@innoerp/sdk/server'
import { fileTypeFromBuffer } from 'file-type'
import type { Platform } from '../../../platform/platform.js'
import { auditFrom, type ServiceContext } from '../../../platform/http/service-context.js'
import { tenantErrors } from '../errors.js'
import { BRANDING_FIELDS, type Branding, type BrandingBody } from './schemas.js'
import { allowedTokens, withoutDanger } from './custom-css.js'
import { looksLikeSvg, sanitizeSvg } from './svg.js'

const MEBIBYTE = 1024 * 1024
/** What an upload may be, and how large. */
export const UPLOADS = {
  logo: { column: 'logo_file_id', types: ['image/jpeg', 'image/png', 'image/svg+xml', 'image/webp'], maxBytes: 5 * MEBIBYTE },
  favicon: { column: 'favicon_file_id', types: ['image/x-icon', 'image/vnd.microsoft.icon', 'image/png', 'image/svg+xml'], maxBytes: MEBIBYTE },
} as const
export type UploadKind = keyof typeof UPLOADS

interface Row extends Omit<Branding, 'logo_url' | 'favicon_url' | 'applied_css'> {
  logo_file_id: string | null
  favicon_file_id: string | null
}
const COLUMNS = [...BRANDING_FIELDS, 'logo_file_id', 'favicon_file_id'].join(', ')
const FIND = `select ${COLUMNS} from tenant.organization_branding where organization_id = $1`
const ENSURE = 'insert into tenant.organization_branding (organization_id) values ($1) on conflict do nothing'

/** How an organization looks. */
export interface BrandingService {
  get(organizationId: string): Promise<Branding>
  /** Changes what is named, and nothing else. */
  put(ctx: ServiceContext, organizationId: string, body: BrandingBody): Promise<Branding>
  /** @throws TENANT_IMAGE (415), TENANT_IMAGE_TOO_LARGE (413) */
  upload(ctx: ServiceContext, organizationId: string, upload: { kind: UploadKind; content: Buffer; name: string }): Promise<Branding>
  /** @throws TENANT_NO_MEDIA (404) */
  media(organizationId: string, fileId: string): Promise<{ type: string; content: Uint8Array }>
}

export function createBrandingService({ database: { core }, files, audit, bus }: Platform): BrandingService {
  const owner = (organizationId: string, userId?: string) => ({ organizationId, moduleId: 'core', userId })
  const rowOf = async (organizationId: string): Promise<Row> => {
    const [, rows = []] = await core.batch({ organizationId }, [bind(ENSURE, [organizationId]), bind(FIND, [organizationId])])
    return rows[0] as unknown as Row
  }
  const get = async (organizationId: string): Promise<Branding> => shown(await rowOf(organizationId))
  const change = async (ctx: ServiceContext, organizationId: string, values: Record<string, unknown>): Promise<Branding> => {
    const names = Object.keys(values)
    await rowOf(organizationId)
    await core.transaction({ organizationId }, async (tx) => {
      const set = names.map((name, at) => `${name} = $${at + 2}`).join(', ')
      await core.run(tx, `update tenant.organization_branding set ${set}, updated_at = now() where organization_id = $1`, [organizationId, ...names.map((name) => values[name])])
      await audit.append(tx, { ...auditFrom(ctx), organizationId, action: 'branding.changed', target: { type: 'organization', id: organizationId }, data: values })
    })
    await bus.announce({ kind: 'organization', id: organizationId })
    return get(organizationId)
  }
  return {
    get,
    put: (ctx, organizationId, body) => change(ctx, organizationId, { ...body, ...(body.custom_css !== undefined && { custom_css: withoutDanger(body.custom_css) }) }),
    upload: async (ctx, organizationId, { kind, content, name }) => {
      const { column, types, maxBytes } = UPLOADS[kind]
      if (content.byteLength > maxBytes) throw tenantErrors.IMAGE_TOO_LARGE({ values: { max: maxBytes / MEBIBYTE } })
      const isSvg = looksLikeSvg(content)
      const type = isSvg ? 'image/svg+xml' : (await fileTypeFromBuffer(content))?.mime
      if (type === undefined || !(types as readonly string[]).includes(type)) throw tenantErrors.IMAGE({ values: { types: types.join(', ') } })
      const before = await rowOf(organizationId)
      const { id } = await files.store(owner(organizationId, ctx.caller.id), { name, content: isSvg ? sanitizeSvg(content) : content })
      const after = await change(ctx, organizationId, { [column]: id })
      const old = before[column]
      if (old !== null) await files.remove(owner(organizationId), old)
      return after
    },
    media: async (organizationId, fileId) => {
      const row = await rowOf(organizationId)
      const found = [row.logo_file_id, row.favicon_file_id].includes(fileId) ? await files.read(owner(organizationId), fileId) : undefined
      if (!found) throw tenantErrors.NO_MEDIA()
      return { type: looksLikeSvg(Buffer.from(found.content)) ? 'image/svg+xml' : found.file.type, content: found.content }
    },
  }
}

const urlOf = (fileId: string | null): string | null => (fileId === null ? null : `/api/v1/organizations/branding/media/${fileId}`)
const shown = ({ logo_file_id, favicon_file_id, ...fields }: Row): Branding => ({ ...fields, logo_url: urlOf(logo_file_id), favicon_url: urlOf(favicon_file_id), applied_css: allowedTokens(fields.custom_css).map(([name, value]) => `${name}: ${value}`) })
