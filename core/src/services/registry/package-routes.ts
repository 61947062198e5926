import { auditFiles, packageVersions, type PackageVersion as Version } from '@innoerp/registry'
import { Page, type Static } from '@innoerp/sdk/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import path from 'node:path'
import type { ModulePlatform } from '../../host/modules.js'
import { registryDatabase } from '../../host/registry-database.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { Platform } from '../../platform/platform.js'
import { FileAudit, PackageVersion } from './schemas.js'

const tags = ['registry']
const config = { access: 'super-admin' } as const
type Shown = Static<typeof PackageVersion>
const list: ShortList<Shown> = {
  text: ({ name, module_id, dist_tags }) => `${name} ${module_id ?? ''} ${dist_tags.join(' ')}`,
  sort: { name: ({ name }) => name, published_at: ({ published_at }) => published_at, size_bytes: ({ size_bytes }) => String(size_bytes).padStart(12, '0') },
}

export interface PackageRoutesDeps {
  platform: Platform
  modules: Pick<ModulePlatform, 'catalogue' | 'published' | 'tenants'>
}

/** Every package and version of the registry: what it is worth, who needs it, who runs it. */
export const packageRoutes = ({ platform, modules }: PackageRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  const database = registryDatabase(platform.database.core)
  app.get('/api/v1/registry-packages', { schema: { tags, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(PackageVersion) } }, config }, async (request) => {
    const published = new Map((await modules.published.all()).map((module) => [`${module.name}@${module.version}`, module]))
    const signatureOf = async ({ name, version }: Version): Promise<Shown['signature']> => {
      const module = published.get(`${name}@${version}`)
      return module === undefined ? null : (await modules.published.inspect(module)).signature
    }
    const rows = await packageVersions(database)
    const page = pageOf(rows.map((row) => ({ ...row, ...usageOf(row, modules), signature: null }) as Shown), request.query, list)
    return { ...page, items: await Promise.all(page.items.map(async (row) => ({ ...row, signature: await signatureOf(row) }))) }
  })
  app.get('/api/v1/registry-packages/audit', { schema: { tags, summary: 'Compare every tarball with what was published', response: { 200: FileAudit } }, config }, () =>
    auditFiles({ database, filesFolder: path.join(platform.config.home, 'registry') }),
  )
}

/** Who stands on a version: packages by npm's own fields, modules by `requires`, organizations by what they run. */
function usageOf({ module_id: moduleId, version, dependents }: Version, { catalogue, tenants }: PackageRoutesDeps['modules']): Pick<Shown, 'dependents' | 'tenants'> {
  if (moduleId === null) return { dependents, tenants: 0 }
  const requiring = new Set(catalogue.activeVersions().filter(({ manifest }) => Object.hasOwn(manifest.requires ?? {}, moduleId)).map((row) => row.module_id))
  const running = [...tenants.all()].filter((tenant) => tenant.modules.get(moduleId)?.version === version)
  return { dependents: dependents + requiring.size, tenants: running.length }
}
