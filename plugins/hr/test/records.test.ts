import { expectRefusal, proveIsolation, proveMigrations, recordTests, UNKNOWN_ID } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import { HR, hrHost, makeDepartment, makeEmployee, somebody } from './host.js'

const host = hrHost()
const acme = () => host.current.acme.admin

recordTests({ host, path: `${HR}/employees`, label: 'last_name', body: somebody, sorts: ['last_name', '-name', 'employee_no', 'job_title', '-joined_on', 'updated_at'] })
recordTests({ host, path: `${HR}/departments`, label: 'name', body: () => ({ name: 'Assembly' }), sorts: ['name', '-code', 'updated_at'] })

test('no route and no table lets one organization reach another; the migrations go down and up again, over data', async () => {
  await makeEmployee(acme(), { department_id: (await makeDepartment(acme())).id })
  expect(await proveIsolation(host.current)).toEqual([])
  expect(await proveMigrations(host.current)).toEqual([])
})

test('a number and a code stand once among those that are there, whatever their case, also when one comes back', async () => {
  const first = await makeEmployee(acme(), { employee_no: 'Ä-1' })
  expect(await expectRefusal(acme().post(`${HR}/employees`, { employee_no: 'ä-1', last_name: 'B' }), 409)).toMatchObject({ code: 'HR_EMPLOYEE_NO_TAKEN', details: [{ field: 'employee_no' }] })
  await makeEmployee(host.current.globex.admin, { employee_no: 'Ä-1' })
  await acme().delete(`${HR}/employees/${first.id}`).expect(204)
  const second = await makeEmployee(acme(), { employee_no: 'ä-1' })
  expect((await expectRefusal(acme().post(`${HR}/employees/${first.id}/restore`), 409)).code).toBe('HR_EMPLOYEE_NO_TAKEN')
  await acme().patch(`${HR}/employees/${second.id}`, { employee_no: 'Ä-2' }).expect(200)
  await acme().post(`${HR}/employees/${first.id}/restore`).expect(200)
  await makeDepartment(acme(), { code: 'ASM' })
  expect((await expectRefusal(acme().post(`${HR}/departments`, { name: 'Other', code: 'asm' }), 409)).code).toBe('HR_DEPARTMENT_CODE_TAKEN')
})

test('of many who take a number at once, one gets it', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => acme().post(`${HR}/employees`, { employee_no: 'RACE', last_name: 'R' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(409)])
})

test('a user is at most one employee, and an active one of the organization', async () => {
  const person = await host.current.acme.person('employee')
  await makeEmployee(acme(), { user_id: person.userId })
  const asked = (user_id: string) => acme().post(`${HR}/employees`, { ...somebody(), user_id })
  expect(await expectRefusal(asked(person.userId), 409)).toMatchObject({ code: 'HR_USER_TAKEN', details: [{ field: 'user_id' }] })
  for (const foreign of [UNKNOWN_ID, host.current.globex.adminId]) {
    expect(await expectRefusal(asked(foreign), 422)).toMatchObject({ code: 'HR_USER_NOT_ACTIVE', details: [{ field: 'user_id' }] })
  }
})

test('nobody leaves before they joined', async () => {
  const { id } = await makeEmployee(acme(), { joined_on: '2026-02-02' })
  for (const asked of [acme().patch(`${HR}/employees/${id}`, { left_on: '2026-02-01' }), acme().post(`${HR}/employees`, { ...somebody(), joined_on: '2026-02-02', left_on: '2026-02-01' })]) {
    expect(await expectRefusal(asked, 422)).toMatchObject({ code: 'HR_DATES', details: [{ field: 'left_on' }] })
  }
  expect(await acme().patch(`${HR}/employees/${id}`, { left_on: '2026-02-02' }).expect(200)).toMatchObject({ left_on: '2026-02-02' })
})

test('employees see and do not change; managers do both; clients see nothing', async () => {
  const { id } = await makeEmployee(acme())
  const [employee, manager, client] = [await host.current.acme.person('employee'), await host.current.acme.person('manager'), await host.current.acme.person('client')]
  await employee.get(`${HR}/employees/${id}`).expect(200)
  await expectRefusal(employee.patch(`${HR}/employees/${id}`, { last_name: 'X' }), 403)
  await manager.patch(`${HR}/employees/${id}`, { last_name: 'X' }).expect(200)
  await expectRefusal(client.get(`${HR}/employees`), 403)
})

test('every change is told in its transaction, one that is refused is not', async () => {
  const { admin } = await host.current.signUp('told')
  const { id } = await makeEmployee(admin, { employee_no: 'T1', first_name: 'Tola', last_name: 'Told' })
  await admin.patch(`${HR}/employees/${id}`, { job_title: 'Welder' }).expect(200)
  await expectRefusal(admin.patch(`${HR}/employees/${id}`, { manager_id: id }), 422)
  await admin.delete(`${HR}/employees/${id}`).expect(204)
  await admin.post(`${HR}/employees/${id}/restore`).expect(200)
  const topics = ['created', 'deleted', 'restored', 'updated'].map((what) => `hr.employee.${what}`)
  const told = async () => (await Promise.all(topics.map((topic) => host.current.events(topic)))).flat().filter(({ data }) => data.employee_id === id)
  await expect.poll(async () => (await told()).map(({ event_type }) => event_type)).toEqual(topics)
  expect((await told()).map(({ data }) => data)).toMatchObject([{ employee_no: 'T1', name: 'Tola Told', user_id: null }, {}, {}, { fields: ['job_title'] }])
})

test('other modules find employees by their ids and those of their users, on behalf of who may see them', async () => {
  const { acme: tenant, globex } = host.current
  const person = await tenant.person('employee')
  const [one, two] = [await makeEmployee(acme(), { last_name: 'Aye' }), await makeEmployee(acme(), { last_name: 'Bee', user_id: person.userId })]
  const lookup = (input: unknown, of = tenant) => host.current.call(of, 'hr.employee.lookup', { input })
  expect(await lookup({ ids: [one.id, UNKNOWN_ID], user_ids: [person.userId] })).toMatchObject([{ id: one.id, name: 'Aye' }, { id: two.id, user_id: person.userId }])
  expect(await lookup({ ids: [one.id] }, globex)).toEqual([])
  await expect(lookup({ ids: ['x'] })).rejects.toMatchObject({ code: 'PLATFORM_BAD_PORT_INPUT' })
  await expect(host.current.call(tenant, 'hr.employee.lookup', { input: {}, userType: 'client' })).rejects.toMatchObject({ code: 'PLATFORM_PORT_FORBIDDEN' })
})
