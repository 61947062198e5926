import type { ImportResult } from '@innoerp/sdk/contract'
import { expectRefusal, type Listed, type TestClient } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import type { Employee } from '../src/shared/employee.js'
import { HR, hrHost, makeDepartment, makeEmployee } from './host.js'

const host = hrHost()
const HEADER = 'employee_no;First name;Last name;department_code;joined_on;left_on;status'
const GOOD = [HEADER, '1001;Jörg;Weiß;asm;2024-01-15;;', '1002;;Óscar;;;;on_leave'].join('\r\n')
const BAD = [HEADER, '1;A;;ASM;;;', '2;B;Berg;NOPE;;;', '3;C;Conrad;;2024-02-01;2024-01-01;', '4;D;Dorn;;;;gone', 'taken;E;Ernst;;;;', '6;F;Falk;;;;', '6;G;Graf;;01.02.2024;;', '7;H;Hahn;;;;', '7;I;Ilg;;;;'].join('\n')

const send = (client: TestClient, file: string, query = '') => client.request<ImportResult>('POST', `${HR}/employees/import${query}`, { raw: file, headers: { 'content-type': 'text/csv' } })
const all = async (client: TestClient) => (await client.get<Listed<Employee>>(`${HR}/employees?sort=employee_no`).expect(200)).items

test('a dry run changes nothing; then all of it comes in, each into the department whose code it names, with its event', async () => {
  const { admin } = await host.current.signUp('imports')
  const { id } = await makeDepartment(admin, { code: 'ASM' })
  expect(await send(admin, GOOD).expect(200)).toEqual({ total: 2, valid: 2, invalid: 0, created: 0, errors: [] })
  expect(await all(admin)).toEqual([])
  expect(await send(admin, GOOD, '?dry_run=false').expect(200)).toMatchObject({ created: 2 })
  expect(await all(admin)).toMatchObject([
    { employee_no: '1001', name: 'Jörg Weiß', department_id: id, joined_on: '2024-01-15', left_on: null, employment_type: 'full_time', status: 'active' },
    { employee_no: '1002', name: 'Óscar', department_id: null, status: 'on_leave' },
  ])
  const imported = (await host.current.events('hr.employee.imported')).at(-1)
  expect(imported?.data.employee_ids).toHaveLength(2)
})

test('every bad row is named by its line: against the schema, the other rows, and who is there already', async () => {
  const { admin } = await host.current.signUp('bad-rows')
  await makeDepartment(admin, { code: 'ASM' })
  await makeEmployee(admin, { employee_no: 'TAKEN' })
  const errors = [
    { line: 2, column: 'Last name', message: 'An employee needs a last name.' },
    { line: 3, column: 'department_code', message: 'There is no department with the code “NOPE”.' },
    { line: 4, column: 'left_on', message: 'The employee would leave before they joined.' },
    { line: 5, column: 'status', message: '“gone” is not possible here. Possible are: active, on_leave, left.' },
    { line: 6, column: 'employee_no', message: 'Another employee has the number “taken”.' },
    { line: 8, column: 'joined_on', message: '“01.02.2024” is not a valid date of the form 2026-12-31.' },
    { line: 10, column: 'employee_no', message: 'Line 9 has “7” already.' },
  ]
  expect(await send(admin, BAD).expect(200)).toEqual({ total: 9, valid: 2, invalid: 7, created: 0, errors })
  expect(await expectRefusal(send(admin, BAD, '?dry_run=false'), 422)).toMatchObject({ code: 'HR_ROWS_REFUSED', details: errors })
  expect(await all(admin)).toHaveLength(1)
  expect(await send(admin, BAD, '?dry_run=false&on_error=skip').expect(200)).toMatchObject({ created: 2 })
  expect((await all(admin)).map(({ employee_no }) => employee_no)).toEqual(['6', '7', 'TAKEN'])
})

test('who may not import may not', async () => {
  const employee = await host.current.acme.person('employee')
  await expectRefusal(send(employee, GOOD), 403)
})
