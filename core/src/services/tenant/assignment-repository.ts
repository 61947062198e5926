import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'

export interface AssignmentRow {
  module_id: string
  is_enabled: boolean
  version_range: string
  config: Record<string, unknown>
  assigned_at: string
  requests_per_minute: number | null
  jobs_per_hour: number | null
  storage_mb: number | null
}
export interface NewAssignment {
  organization_id: string
  module_id: string
  config: Record<string, unknown>
  display_order: number
}

const COLUMNS = 'module_id, is_enabled, version_range, config, assigned_at, requests_per_minute, jobs_per_hour, storage_mb'
// Assigning what is there already changes nothing.
const INSERT = `insert into tenant.organization_modules (organization_id, module_id, config, display_order) values ($1, $2, $3, $4)
  on conflict (organization_id, module_id) do nothing returning ${COLUMNS}`

/** Which organization has which module. */
export const createAssignmentRepository = (db: CoreDb) => ({
  list: (organizationId: string): Promise<AssignmentRow[]> =>
    db.run<AssignmentRow>('platform', `select ${COLUMNS} from tenant.organization_modules where organization_id = $1 order by display_order, module_id`, [organizationId]),
  find: async (on: CoreScope | CoreTransaction, organizationId: string, moduleId: string): Promise<AssignmentRow | undefined> =>
    (await db.run<AssignmentRow>(on, `select ${COLUMNS} from tenant.organization_modules where organization_id = $1 and module_id = $2`, [organizationId, moduleId]))[0],
  insert: async (tx: CoreTransaction, { organization_id, module_id, config, display_order }: NewAssignment): Promise<AssignmentRow | undefined> =>
    (await db.run<AssignmentRow>(tx, INSERT, [organization_id, module_id, config, display_order]))[0],
  change: async (tx: CoreTransaction, at: { organizationId: string; moduleId: string }, values: { is_enabled?: boolean; config?: Record<string, unknown> }): Promise<AssignmentRow | undefined> =>
    (
      await db.run<AssignmentRow>(
        tx,
        `update tenant.organization_modules set is_enabled = coalesce($3, is_enabled), config = coalesce($4::jsonb, config), updated_at = now()
         where organization_id = $1 and module_id = $2 returning ${COLUMNS}`,
        [at.organizationId, at.moduleId, values.is_enabled, values.config],
      )
    )[0],
  remove: async (tx: CoreTransaction, organizationId: string, moduleId: string): Promise<boolean> =>
    (await db.run(tx, 'delete from tenant.organization_modules where organization_id = $1 and module_id = $2 returning 1', [organizationId, moduleId])).length > 0,
  /** Where the template of its industry puts a module among an organization's. */
  templateOrder: async (organizationId: string, moduleId: string): Promise<number> =>
    (
      await db.run<{ display_order: number }>(
        'platform',
        `select t.display_order from tenant.industry_module_templates t join tenant.organizations o on o.industry_code = t.industry_code where o.id = $1 and t.module_id = $2`,
        [organizationId, moduleId],
      )
    )[0]?.display_order ?? 100,
})
export type AssignmentRepository = ReturnType<typeof createAssignmentRepository>
