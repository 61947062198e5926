import type { FastifyPluginAsync } from 'fastify'
import type { ServiceName } from '../config/services-settings.js'
import { createCoreApp, type CoreAppDeps } from '../host/core-app.js'
import type { OpenApi } from '../platform/http/openapi.js'
import { writeDown, type OwnedRoute } from './route-table.js'

/** What services elsewhere declare: their routes, and their part of the OpenAPI document. */
export interface Declarations {
  routes: readonly OwnedRoute[]
  document: OpenApi
}

/**
 * Mounts services that run elsewhere on an instance that nobody ever asks, to learn from themselves which addresses are theirs: there is
 * no second list of them.
 */
export async function declarationsOf(
  table: Readonly<Record<ServiceName, readonly FastifyPluginAsync[]>>,
  { names, app }: { names: readonly ServiceName[]; app: Omit<CoreAppDeps, 'services' | 'meter'> },
): Promise<Declarations> {
  const routes: OwnedRoute[] = []
  const services = names.flatMap((name) => table[name].map((plugin) => writeDown(name, { plugin, into: routes })))
  const declared = await createCoreApp({ ...app, services, meter: { attach: () => {} } })
  const document = declared.app.swagger() as unknown as OpenApi
  await declared.app.close()
  return { routes, document }
}
