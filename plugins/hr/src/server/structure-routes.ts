import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Headcount, OrgChart } from '../shared/structure.js'
import type { StructureReader } from './structure-reader.js'

const read = { permission: 'hr.read' }

export const structureRoutes = ({ structure }: { structure: StructureReader }): ModuleRoutes => async (app) => {
  app.get('/org-chart', { config: read, schema: { response: { 200: OrgChart } } }, (request) => structure.chart(request.context))

  app.get('/headcount', { config: read, schema: { response: { 200: Headcount } } }, (request) => structure.headcount(request.context))
}
