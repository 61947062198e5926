import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getApi, keys, resource, useList, type ListParams, type RecordSource } from '@innoerp/sdk/ui'
import type { Company, NewCompany } from '../shared/company.js'
import type { Contact, NewContact } from '../shared/contact.js'
import type { Deal, NewDeal } from '../shared/deal.js'
import type { Pipeline, Stage, StageTotal } from '../shared/pipeline.js'

const CRM = '/api/v1/crm'

export const companies = resource<Company, NewCompany>(`${CRM}/companies`)
export const contacts = resource<Contact, NewContact>(`${CRM}/contacts`)
export const deals = resource<Deal, NewDeal>(`${CRM}/deals`)
export const pipelines = resource<Pipeline, Record<string, never>>(`${CRM}/pipelines`)

const stagesIn = (all: readonly Pipeline[]): Stage[] => all.flatMap((pipeline) => pipeline.stages)
const allStages = async (signal?: AbortSignal): Promise<Stage[]> => stagesIn((await pipelines.list({ limit: 200 }, signal ? { signal } : {})).items)

/** The stages of all pipelines, as records to choose from. */
export const stages: RecordSource<Stage> = {
  path: `${CRM}/stages`,
  async list({ search = '' } = {}, { signal } = {}) {
    const found = (await allStages(signal)).filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
    return { items: found, skip: 0, limit: found.length, next: null }
  },
  async get(id, { signal } = {}) {
    const stage = (await allStages(signal)).find((one) => one.id === id)
    if (!stage) throw new Error(`There is no stage ${id}`)
    return stage
  },
}

/** A deal's new stage. */
export interface DealMove {
  id: string
  stage_id: string
}

/**
 * Moves a deal on the board; done when the deals are read anew. It goes on top of whatever else was changed, as it touches the stage
 * alone: a second move, or Undo, would be refused for the version that the first one made.
 */
export function useMoveDeal() {
  const queries = useQueryClient()
  return useMutation<Deal, Error, DealMove>({
    // One after the other: the last move is the one that counts.
    scope: { id: deals.path },
    mutationFn: ({ id, stage_id }) => deals.update(id, { stage_id }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all(deals.path) }),
  })
}

/** The organization's first pipeline; undefined while it loads. */
export function usePipeline() {
  const { data, error, refetch } = useList(pipelines, { limit: 200 })
  return { pipeline: data?.items[0], error, refetch }
}

/** All stages by their id. */
export function useStages(): ReadonlyMap<string, Stage> {
  const { data } = useList(pipelines, { limit: 200 })
  return new Map(stagesIn(data?.items ?? []).map((stage) => [stage.id, stage]))
}

/** What the deals of a pipeline come to, by stage and currency. */
export const useTotals = (pipelineId: string | undefined, filter: ListParams) =>
  useQuery({
    // Below the deals' own path: whatever changes deals changes their totals.
    queryKey: [...keys.all(deals.path), 'totals', pipelineId, filter],
    queryFn: ({ signal }) => getApi().get<{ items: StageTotal[] }>(`${pipelines.path}/${pipelineId}/totals`, { signal, query: filter }),
    enabled: pipelineId !== undefined,
  })

const TEN_MINUTES = 600_000

/** The companies that a list shows, as the text of a CSV file. */
export const exportCompanies = (params: ListParams): Promise<string> => getApi().get<string>(`${companies.path}/export`, { query: params, timeout: TEN_MINUTES })
