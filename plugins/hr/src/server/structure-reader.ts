import type { Context } from '@innoerp/sdk/contract'
import { bind, type TenantDb } from '@innoerp/sdk/server'
import { MAX_CHART, type ChartNode, type Headcount, type OrgChart } from '../shared/structure.js'
import { DEPARTMENT, EMPLOYEE } from './tables.js'

/** Who works here now; those who left are on file alone. */
const CURRENT = `deleted_at is null and status <> 'left'`

// People whose manager has left stand at the top. A path of names and ids orders everybody right after whom they report to.
const CHART = `with recursive current as (
    select id, name, job_title, department_id, manager_id from ${EMPLOYEE} where ${CURRENT}
  ), below as (
    select manager_id, count(*)::int as reports from current group by manager_id
  ), line as (
    select c.*, 0 as depth, array[c.name || c.id::text] as path from current c
    where not exists (select from current m where m.id = c.manager_id)
    union all
    select c.*, line.depth + 1, line.path || (c.name || c.id::text) from current c join line on c.manager_id = line.id
  )
  select id, name, job_title, department_id, line.manager_id, depth, coalesce(reports, 0) as reports, count(*) over ()::int as total
  from line left join below on below.manager_id = line.id order by path limit ${MAX_CHART}`

const HEADCOUNT = `select d.id as department_id, d.name, count(*)::int as employees
  from (select department_id from ${EMPLOYEE} where ${CURRENT}) e left join ${DEPARTMENT} d on d.id = e.department_id and d.deleted_at is null
  group by d.id, d.name order by count(*) desc, d.name`

export type StructureReader = ReturnType<typeof createStructureReader>

/** Reads the organization as a whole. */
export const createStructureReader = (db: TenantDb) => ({
  /** Everybody who works here, each followed by whom reports to them. */
  chart: async (ctx: Context): Promise<OrgChart> => {
    const rows = await db.run<ChartNode & { total: number }>(ctx, bind(CHART, []))
    return { items: rows, total: rows[0]?.total ?? 0 }
  },

  /** How many work in each department, most first. */
  headcount: async (ctx: Context): Promise<Headcount> => {
    const items = await db.run<Headcount['items'][number]>(ctx, bind(HEADCOUNT, []))
    return { items, total: items.reduce((sum, { employees }) => sum + employees, 0) }
  },
})
