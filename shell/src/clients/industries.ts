import type { AnyRecord } from '@innoerp/sdk/ui'
import { namedBy } from './named-by'

const INDUSTRIES = '/api/v1/industries'

export interface IndustryRecord extends AnyRecord {
  industry_code: string
  industry_name: string
  description: string
  /** Inactive: not offered at sign-up; organizations that have it keep it. */
  is_active: boolean
}
export interface IndustryDraft {
  industry_code: string
  industry_name: string
  description: string
  is_active: boolean
}

/** A module that a new organization of the industry gets. */
export interface TemplateModule extends AnyRecord {
  module_id: string
  module_name: string
  description: string
  icon: string
  color: string
  is_required: boolean
  display_order: number
}
export type TemplateDraft = Pick<TemplateModule, 'module_id'> & Partial<Pick<TemplateModule, 'is_required' | 'display_order'>>

export const industries = namedBy<IndustryRecord, IndustryDraft>(INDUSTRIES, 'industry_code')

/** The modules of an industry's template. */
export const templateOf = (code: string) => namedBy<TemplateModule, TemplateDraft>(`${INDUSTRIES}/${encodeURIComponent(code)}/modules`, 'module_id')
