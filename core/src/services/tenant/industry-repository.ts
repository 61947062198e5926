import type { Static } from '@innoerp/sdk/contract'
import type { CoreDb } from '../../platform/database/core-db.js'
import type { Industry } from './schemas.js'

export type IndustryRow = Static<typeof Industry>
export interface TemplateRow {
  module_id: string
  is_required: boolean
  default_config: Record<string, unknown>
  display_order: number
}

/** Industries and the modules of their templates; they belong to the platform. */
export const createIndustryRepository = (db: CoreDb) => ({
  list: (): Promise<IndustryRow[]> =>
    db.run<IndustryRow>('platform', 'select industry_code, industry_name, description, is_active from tenant.industry_templates order by display_order, industry_code'),
  find: async (code: string): Promise<IndustryRow | undefined> =>
    (await db.run<IndustryRow>('platform', 'select industry_code, industry_name, description, is_active from tenant.industry_templates where industry_code = $1 and is_active', [code]))[0],
  template: (code: string): Promise<TemplateRow[]> =>
    db.run<TemplateRow>(
      'platform',
      'select module_id, is_required, default_config, display_order from tenant.industry_module_templates where industry_code = $1 order by display_order',
      [code],
    ),
})
export type IndustryRepository = ReturnType<typeof createIndustryRepository>
