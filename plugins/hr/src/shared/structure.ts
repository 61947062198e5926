import { Nullable, Type, Uuid, type Static } from '@innoerp/sdk/contract'

/** People shown in one organization chart. */
export const MAX_CHART = 2_000

/** A person of the organization chart. The people below somebody follow them, one `depth` deeper. */
export const ChartNode = Type.Object({
  id: Uuid,
  name: Type.String(),
  job_title: Nullable(Type.String()),
  department_id: Nullable(Uuid),
  manager_id: Nullable(Uuid),
  depth: Type.Integer({ minimum: 0, description: '0 for whom nobody is above' }),
  reports: Type.Integer({ minimum: 0, description: 'How many report to the person directly' }),
})
export type ChartNode = Static<typeof ChartNode>

export const OrgChart = Type.Object({
  items: Type.Array(ChartNode),
  total: Type.Integer({ description: `People of the organization; the first ${MAX_CHART} are listed` }),
})
export type OrgChart = Static<typeof OrgChart>

/** How many people work in a department now; without a name: those who have none. */
export const DepartmentHeadcount = Type.Object({
  department_id: Nullable(Uuid),
  name: Nullable(Type.String()),
  employees: Type.Integer(),
})
export const Headcount = Type.Object({ items: Type.Array(DepartmentHeadcount), total: Type.Integer() })
export type Headcount = Static<typeof Headcount>
