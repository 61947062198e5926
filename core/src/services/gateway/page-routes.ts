import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { brotliCompressSync, constants } from 'node:zlib'
import type { ModuleHost } from '../../modules/module-host.js'
import type { Config } from '../../config/config.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { pathOf } from '../../platform/http/error-handling.js'
import { languageOf } from '../../platform/http/language.js'
import type { Site, Tenant } from '../../platform/http/site.js'
import type { PlatformSettingsStore } from '../../platform/platform-settings.js'
import { brandStyle } from '../tenant/branding/brand-style.js'
import { renderPage, type PageInput, type ShellManifest } from './page.js'
import { acceptsBrotli } from './stored-file.js'

export interface PageDeps {
  config: Config
  shell: ShellManifest
  modules: ModuleHost
  settings: Pick<PlatformSettingsStore, 'current'>
  /** The port that is listened on. */
  port: () => number
}

const PUBLIC_PATHS = /^\/(sign-in|forgot-password|reset-password|verify-email|accept-invitation\/[^/]+)$/
const NO_PAGES = /^\/(api|registry|modules|shared|shell|docs|health)(\/|$)|\.[a-z0-9]+$/

/** Every page of the shell. A tenant's `/` and `/<module>` lead to the document's paths below `/tenant-admin`. */
export const pageRoutes = (deps: PageDeps): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/*', { schema: { hide: true }, config: { access: 'public' } }, async (request, reply) => {
    const path = pathOf(request.url)
    if (NO_PAGES.test(path)) throw request.site ? requestErrors.ROUTE_NOT_FOUND() : requestErrors.TENANT_NOT_FOUND()
    const { site } = request
    const target = redirectOf(path, { site, modules: deps.modules })
    if (target) return reply.redirect(target + request.url.slice(path.length), 302)
    if (!site) void reply.code(404)
    else if (site.kind === 'tenant' && !site.tenant.is_active) void reply.code(403)
    const { html, headers } = renderPage(deps.shell, pageInput(request, deps))
    void reply.headers(headers).type('text/html; charset=utf-8')
    if (!acceptsBrotli(request)) return reply.send(html)
    return reply.header('content-encoding', 'br').send(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }))
  })
}

function redirectOf(path: string, { site, modules }: { site: Site | undefined; modules: ModuleHost }): string | undefined {
  if (site?.kind === 'admin' && path === '/') return '/super-admin'
  if (site?.kind !== 'tenant' || !site.tenant.is_active) return undefined
  if (path === '/') return '/tenant-admin'
  const [, first = ''] = path.split('/')
  const isModule = [...modules.units.all()].some((unit) => unit.moduleId === first)
  return isModule || first === 'users' || first === 'settings' ? `/tenant-admin${path}` : undefined
}

function pageInput(request: FastifyRequest, { config, modules, settings, port }: PageDeps): PageInput {
  const { site } = request
  const { signup, support_email } = settings.current()
  const path = pathOf(request.url)
  const asked = site?.kind === 'tenant' ? site.tenant : undefined
  const tenant = asked?.is_active ? asked : undefined
  const area = site?.kind === 'admin' ? 'admin' : tenant ? 'tenant' : 'public'
  const cookies = request.cookies
  const language = languageOf(request)
  const scheme = cookies['io-scheme'] === 'dark' || cookies['io-scheme'] === 'light' ? cookies['io-scheme'] : 'system'
  return {
    entry: area === 'public' || PUBLIC_PATHS.test(path) ? 'public' : 'main',
    origin: `${config.isHttps ? 'https' : 'http'}://${request.headers.host ?? config.domain}`,
    title: tenant?.organization.name ?? 'innoERP',
    language,
    scheme,
    style: tenant?.brand ? brandStyle(tenant.brand) : '',
    icon: tenant?.brand?.favicon_url ?? null,
    frame: (area === 'admin' && config.kibanaUrl) || null,
    moduleIntegrity: moduleIntegrity(tenant, modules),
    boot: {
      area,
      domain: config.domain,
      port: port(),
      scheme_cookie: 'io-scheme',
      locale: language,
      organization: tenant ? { name: tenant.organization.name, subdomain: tenant.organization.subdomain, brand: shownBrand(tenant) } : null,
      deadline_ms: 10_000,
      signup,
      support_email,
      ...(!site && { unknown_host: true }),
      ...(asked?.inactive_reason && { inactive_reason: asked.inactive_reason }),
    },
  }
}

/** What of branding the shell itself lays out; colours and fonts are in the page’s style. */
function shownBrand({ brand }: Tenant) {
  if (!brand) return null
  const { company_name, logo_url, sidebar_style, header_style, dashboard_layout, theme_preset } = brand
  return { company_name, logo_url, sidebar_style, header_style, dashboard_layout, theme_preset }
}

/** Hashes of the micro-frontends that the organization runs; what is installed later, the shell hashes before it imports it. */
function moduleIntegrity(tenant: Tenant | undefined, modules: ModuleHost): Record<string, string> {
  const units = [...(tenant?.modules.keys() ?? [])].flatMap((moduleId) => (tenant && modules.unitOf(tenant, moduleId)) ?? [])
  const scripts = units.flatMap(({ moduleId, version, files }) =>
    Object.entries(files.ui.files)
      .filter(([name]) => name.endsWith('.js'))
      .map(([name, hash]): [string, string] => [`/modules/${moduleId}/${version}/ui/${name}`, hash]),
  )
  return Object.fromEntries(scripts)
}
