import { getApi, type AnyRecord, type Api, type ListSource, type PageOf } from '@innoerp/sdk/ui'
import { REGISTRY } from './modules'

const ROLLOUTS = '/api/v1/rollouts'

export const ROLLOUT_STATES = ['running', 'paused', 'completed', 'stopped', 'rolled_back'] as const
export type RolloutState = (typeof ROLLOUT_STATES)[number]

/** Who is moved in one go: chosen organizations, or a share of all that can be reached (0–100). */
export type WaveOrder = { organizations: readonly string[] } | { percent: number }

/** A wave and what its organizations met since it began. */
export interface Wave {
  /** Whom it moved. */
  organizations: readonly string[]
  /** Null where organizations were named. */
  percent: number | null
  state: 'waiting' | 'running' | 'done'
  requests: number
  errors: number
  /** Share of failed requests, 0–1. */
  error_rate: number
  started_at: string | null
}

/** A new version that reaches organizations in waves. */
export interface Rollout extends AnyRecord {
  module_id: string
  module_version: string
  state: RolloutState
  waves: readonly Wave[]
  /** Index of the wave that was begun last. */
  current_wave: number
  /** Share of failed requests, 0–1, at which it stops by itself; null: none was named. */
  error_budget: number | null
  /** Gives the module to those that lack it. */
  enables: boolean
  /** Why it stopped. */
  reason: string | null
  created_at: string
  updated_at: string
}

/** The share of failures that is borne where a rollout names none. */
const DEFAULT_BUDGET = 0.05

/** The share of failed requests, 0–1, at which a rollout stops by itself. */
export const budgetShare = (errorBudget: number | null): number => errorBudget ?? DEFAULT_BUDGET

export interface RolloutOrder {
  version: string
  waves: readonly WaveOrder[]
  error_budget?: number
  /** Also gives the module to organizations of a wave that lack it. */
  enables?: boolean
}

/** As the server writes it. */
type RolloutAnswer = Omit<Rollout, 'version' | 'module_version'> & { version: string }

const rolloutOf = ({ version, ...rest }: RolloutAnswer): Rollout => ({ ...rest, module_version: version }) as Rollout

const at = (id: string, verb = '') => `${ROLLOUTS}/${encodeURIComponent(id)}${verb && `/${verb}`}`
const ofModule = (moduleId: string) => `${REGISTRY}/${encodeURIComponent(moduleId)}/rollouts`

/** The rollouts of a module, the newest first. */
export const rolloutsOf = (moduleId: string): ListSource<Rollout> => ({
  path: ofModule(moduleId),
  list: async (query = {}, options = {}) => {
    const page = await getApi().get<PageOf<RolloutAnswer>>(ofModule(moduleId), { ...options, query })
    return { ...page, items: page.items.map(rolloutOf) }
  },
})

export type RolloutVerb = 'advance' | 'pause' | 'rollback'

/** Calls about rollouts; each rejects with an ApiError. */
export const rolloutClient = (api: Api) => ({
  /** Begins the first wave at once. */
  create: async (moduleId: string, order: RolloutOrder): Promise<Rollout> => rolloutOf(await api.post<RolloutAnswer>(ofModule(moduleId), order)),
  get: async (id: string, signal?: AbortSignal): Promise<Rollout> => rolloutOf(await api.get<RolloutAnswer>(at(id), { ...(signal && { signal }) })),
  drive: (id: string, verb: RolloutVerb): Promise<unknown> => api.post(at(id, verb)),
})
