import { ListQuery, Page, Type } from '@innoerp/sdk/contract'
import { IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { Pipeline, PipelineList, StageTotal, TotalsQuery } from '../shared/pipeline.js'
import type { PipelineService } from './pipeline-service.js'

const read = { permission: 'crm.read' }
const Totals = Type.Object({ items: Type.Array(StageTotal) })

export const pipelineRoutes = ({ pipelines }: { pipelines: PipelineService }): ModuleRoutes => async (app) => {
  app.get('/', { config: read, schema: { querystring: ListQuery(PipelineList), response: { 200: Page(Pipeline) } } }, (request) =>
    pipelines.list(request.context, request.query),
  )

  app.get('/:id/totals', { config: read, schema: { params: IdParams, querystring: TotalsQuery, response: { 200: Totals } } }, (request) =>
    pipelines.totals(request.context, request.params.id, request.query),
  )
}
