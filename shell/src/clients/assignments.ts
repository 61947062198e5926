import type { Api, ListSource } from '@innoerp/sdk/ui'
import { modulesAt, type ModuleAnswer, type ModuleRecord } from './module-record'
import type { Quota } from './modules'

const MODULES = '/api/v1/modules'

interface AssignedAnswer extends ModuleAnswer, Quota {
  is_enabled: boolean
  assigned_at: string
  /** Exact version, semver range or channel; `version` is what it stands for now, empty while nothing that serves fits. */
  version_range: string
  /** What the module reads of this organization; of the module's own making. */
  config: Readonly<Record<string, unknown>>
}

/** A module that an organization has. */
export type AssignedModule = ModuleRecord<AssignedAnswer>

/** The modules of one organization. */
export const modulesOf = (organizationId: string): ListSource<AssignedModule> => modulesAt<AssignedAnswer>(`${MODULES}/organization/${organizationId}`)

/** Which organization has which module, and how. */
export interface Assignment {
  organizationId: string
  moduleId: string
}

/** Calls about assignments; each rejects with an ApiError. */
export const assignmentClient = (api: Api, { organizationId, moduleId }: Assignment) => {
  const own = `${MODULES}/organization/${organizationId}/${encodeURIComponent(moduleId)}`
  return {
    assign: (): Promise<void> => api.post(`${MODULES}/assign/${organizationId}`, { module_id: moduleId }),
    /** The organization loses access; its data is kept. */
    unassign: (): Promise<void> => api.post(`${MODULES}/unassign/${organizationId}/${encodeURIComponent(moduleId)}`),
    setEnabled: (is_enabled: boolean): Promise<void> => api.patch(own, { is_enabled }),
    setConfig: (config: Readonly<Record<string, unknown>>): Promise<void> => api.patch(own, { config }),
    setRange: (range: string): Promise<unknown> => api.put(`${own}/version`, { range }),
    setQuota: (quota: Partial<Quota>): Promise<unknown> => api.put(`${own}/quota`, quota),
  }
}

/** Gives an organization several modules, all or none. */
export const assignAll = (api: Api, organizationId: string, module_ids: readonly string[]): Promise<unknown> => api.post(`${MODULES}/bulk-assign/${organizationId}`, { module_ids })

/** Replaces the modules of an organization by those of an industry's template. */
export const applyIndustry = (api: Api, organizationId: string, industry_code: string): Promise<unknown> =>
  api.post(`${MODULES}/apply-industry/${organizationId}`, { industry_code })
