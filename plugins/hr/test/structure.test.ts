import { expectRefusal, UNKNOWN_ID } from '@innoerp/sdk/testing'
import { describe, expect, test } from 'vitest'
import type { Employee } from '../src/shared/employee.js'
import type { Headcount, OrgChart } from '../src/shared/structure.js'
import { HR, hrHost, makeDepartment, makeEmployee } from './host.js'

const host = hrHost()
const acme = () => host.current.acme.admin
const reportTo = (id: string, manager_id: string | null) => acme().patch<Employee>(`${HR}/employees/${id}`, { manager_id })
const moveBelow = (id: string, parent_id: string | null) => acme().patch(`${HR}/departments/${id}`, { parent_id })

/** Employees, each reporting to the one before. */
async function makeLine(length: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < length; index += 1) ids.push((await makeEmployee(acme(), { manager_id: ids.at(-1) ?? null })).id)
  return ids
}
/** Somebody who stands above themselves, of those that the database holds. */
const circles = (table: string, column: string) =>
  host.current.asOwner((query) =>
    query(`with recursive line as (select id as start, ${column} as above from mod_hr.${table}
      union select line.start, t.${column} from mod_hr.${table} t join line on t.id = line.above)
      select distinct start from line where start = above`),
  )

describe('nobody reports to themselves', () => {
  test('directly or at any depth', async () => {
    const line = await makeLine(12)
    const [top = '', second = ''] = line
    const [middle = '', bottom = ''] = [line[6], line[11]]
    for (const below of [top, second, bottom]) {
      expect(await expectRefusal(reportTo(top, below), 422)).toMatchObject({ code: 'HR_MANAGER_CIRCLE', details: [{ field: 'manager_id' }] })
    }
    await reportTo(middle, null).expect(200)
    await reportTo(top, bottom).expect(200)
    expect(await circles('employee', 'manager_id')).toEqual([])
  })

  test('past all code, in the database itself', async () => {
    const [top, middle, bottom] = await makeLine(3)
    const change = host.current.asOwner((query) => query('update mod_hr.employee set manager_id = $1 where id = $2', [bottom, top]))
    await expect(change).rejects.toThrow(/below itself/)
    await expect(host.current.asOwner((query) => query('update mod_hr.employee set manager_id = id where id = $1', [middle]))).rejects.toThrow(/below itself/)
  })

  test('however many close circles at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ring = await Promise.all(Array.from({ length: 8 }, () => makeEmployee(acme())))
      const answers = await Promise.all(ring.map(({ id }, index) => reportTo(id, ring[(index + 1) % ring.length]?.id ?? null)))
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 422])
    }
    expect(await circles('employee', 'manager_id')).toEqual([])
  })

  test('when two transactions each hold half of a circle', async () => {
    const [one, two] = [await makeEmployee(acme()), await makeEmployee(acme())]
    const point = 'update mod_hr.employee set manager_id = $1 where id = $2'
    const outcome = await host.current.asOwner(async (first) => {
      await first('begin')
      await first(point, [two.id, one.id])
      const second = host.current.asOwner((query) => query(point, [one.id, two.id])).then(() => 'closed', (error: Error) => error.message)
      expect(await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))])).toBe('waits')
      await first('commit')
      return second
    })
    expect(outcome).toMatch(/below itself/)
  })
})

describe('a department', () => {
  test('stands below none of its own, however many are moved at once', async () => {
    const [a, b, c] = [await makeDepartment(acme()), await makeDepartment(acme()), await makeDepartment(acme())]
    await moveBelow(b.id, a.id).expect(200)
    await moveBelow(c.id, b.id).expect(200)
    expect(await expectRefusal(moveBelow(a.id, c.id), 422)).toMatchObject({ code: 'HR_DEPARTMENT_CIRCLE', details: [{ field: 'parent_id' }] })
    await moveBelow(b.id, null).expect(200)
    await moveBelow(c.id, null).expect(200)
    const answers = await Promise.all([moveBelow(a.id, b.id), moveBelow(b.id, c.id), moveBelow(c.id, a.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422])
    expect(await circles('department', 'parent_id')).toEqual([])
  })

  test('with people or departments in it is not deleted', async () => {
    const [full, parent] = [await makeDepartment(acme()), await makeDepartment(acme())]
    const { id } = await makeEmployee(acme(), { department_id: full.id })
    await makeDepartment(acme(), { parent_id: parent.id })
    for (const used of [full, parent]) expect((await expectRefusal(acme().delete(`${HR}/departments/${used.id}`), 409)).code).toBe('HR_DEPARTMENT_IN_USE')
    await acme().delete(`${HR}/employees/${id}`).expect(204)
    await acme().delete(`${HR}/departments/${full.id}`).expect(204)
    expect((await expectRefusal(acme().post(`${HR}/employees/${id}/restore`), 409)).code).toBe('HR_DEPARTMENT_DELETED')
  })

  test('is never deleted under who is put into it at the same time', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await makeDepartment(acme())
      const employee = await makeEmployee(acme())
      const [put, removed] = await Promise.all([acme().patch(`${HR}/employees/${employee.id}`, { department_id: id }), acme().delete(`${HR}/departments/${id}`)])
      expect([[200, 409], [409, 204]]).toContainEqual([put.status, removed.status])
    }
  })
})

test('what is pointed at is there: unknown and foreign ids get one answer, deleted ones another', async () => {
  const [theirs, them] = [await makeDepartment(host.current.globex.admin), await makeEmployee(host.current.globex.admin)]
  const [gone, left] = [await makeDepartment(acme()), await makeEmployee(acme())]
  await acme().delete(`${HR}/departments/${gone.id}`).expect(204)
  await acme().delete(`${HR}/employees/${left.id}`).expect(204)
  const { id } = await makeEmployee(acme())
  const put = (values: object) => acme().patch(`${HR}/employees/${id}`, values)
  for (const unknown of [UNKNOWN_ID, theirs.id]) expect((await expectRefusal(put({ department_id: unknown }), 422)).code).toBe('HR_DEPARTMENT_MISSING')
  for (const unknown of [UNKNOWN_ID, them.id]) expect((await expectRefusal(put({ manager_id: unknown }), 422)).code).toBe('HR_MANAGER_MISSING')
  expect(await expectRefusal(put({ department_id: gone.id }), 409)).toMatchObject({ code: 'HR_DEPARTMENT_DELETED', details: [{ field: 'department_id' }] })
  expect(await expectRefusal(put({ manager_id: left.id }), 409)).toMatchObject({ code: 'HR_MANAGER_DELETED', details: [{ field: 'manager_id' }] })
  expect((await expectRefusal(acme().post(`${HR}/departments`, { name: 'A', parent_id: gone.id }), 409)).code).toBe('HR_DEPARTMENT_DELETED')
})

test('who has people or leads a department is not deleted', async () => {
  const [lead, head] = [await makeEmployee(acme()), await makeEmployee(acme())]
  await makeEmployee(acme(), { manager_id: lead.id })
  await makeDepartment(acme(), { manager_id: head.id })
  for (const used of [lead, head]) expect((await expectRefusal(acme().delete(`${HR}/employees/${used.id}`), 409)).code).toBe('HR_EMPLOYEE_IN_USE')
})

test('the chart puts everybody below whom they report to; who left is out, and their people stand at the top', async () => {
  const { admin } = await host.current.signUp('chart')
  const make = (last_name: string, manager?: { id: string }, more: object = {}) => makeEmployee(admin, { last_name, manager_id: manager?.id ?? null, ...more })
  const boss = await make('Zimmer', undefined, { job_title: 'Director' })
  const lead = await make('Abel', boss)
  await make('Mertens', lead)
  await make('Conrad', lead)
  await make('Berg', boss)
  const gone = await make('Gone', boss, { status: 'left' })
  await make('Orphan', gone)
  const { items, total } = await admin.get<OrgChart>(`${HR}/org-chart`).expect(200)
  expect(items.map(({ name, depth, reports }) => [name, depth, reports])).toEqual([
    ['Orphan', 0, 0], ['Zimmer', 0, 2], ['Abel', 1, 2], ['Conrad', 2, 0], ['Mertens', 2, 0], ['Berg', 1, 0],
  ])
  expect(total).toBe(6)
})

test('the headcount counts who works here, by department', async () => {
  const { admin } = await host.current.signUp('heads')
  const [welding, office] = [await makeDepartment(admin, { name: 'Welding' }), await makeDepartment(admin, { name: 'Office' })]
  for (const department_id of [welding.id, welding.id, office.id, null]) await makeEmployee(admin, { department_id })
  await makeEmployee(admin, { department_id: office.id, status: 'left' })
  expect(await admin.get<Headcount>(`${HR}/headcount`).expect(200)).toEqual({
    items: [{ department_id: welding.id, name: 'Welding', employees: 2 }, { department_id: office.id, name: 'Office', employees: 1 }, { department_id: null, name: null, employees: 1 }],
    total: 4,
  })
})
