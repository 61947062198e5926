import { proveIsolation, proveMigrations, type TestHost } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import { makeProject, makeTask, P, projectsHost } from './host.js'

const host = projectsHost()

const asOwner: TestHost['asOwner'] = (work) => host.current.asOwner(work)

test('no route and no table lets one organization reach another', async () => {
  expect(await proveIsolation(host.current)).toEqual([])
})

test('the database itself keeps the rules', async () => {
  const { acme, globex } = host.current
  const [mine, other] = [await makeProject(acme.admin, { code: 'ONE' }), await makeProject(acme.admin, { code: 'TWO' })]
  const theirs = await makeProject(globex.admin)
  const [first, second] = [await makeTask(acme.admin, mine.id), await makeTask(acme.admin, mine.id)]
  const foreign = await makeTask(globex.admin, theirs.id)
  const change = (table: string, set: string, id: string) =>
    asOwner((query) => query(`update mod_projects.${table} set ${set} where id = $1`, [id]))
  await expect(change('project', `code = 'one'`, other.id)).rejects.toThrow(/project_code/)
  await expect(change('project', `start_date = '2026-02-02', end_date = '2026-02-01'`, mine.id)).rejects.toThrow(/project_dates/)
  await expect(change('task', 'parent_id = id', first.id)).rejects.toThrow(/task_not_own_parent/)
  await expect(change('task', `number = ${first.number}`, second.id)).rejects.toThrow(/task_number/)
  await expect(change('task', `rank = '${first.rank}'`, second.id)).rejects.toThrow(/task_place/)
  await expect(change('task', `parent_id = '${foreign.id}'`, first.id)).rejects.toThrow(/foreign key/)
  await expect(change('task', `project_id = '${theirs.id}'`, first.id)).rejects.toThrow(/foreign key/)
})

test('a purged project takes everything of it along', async () => {
  const { admin } = host.current.acme
  const { id } = await makeProject(admin)
  const { id: taskId } = await makeTask(admin, id)
  await makeTask(admin, id, { parent_id: taskId })
  await admin.post(`${P}/tasks/${taskId}/comments`, { body: 'Hello' }).expect(201)
  await admin.post(`${P}/${id}/members`, { user_id: host.current.acme.adminId }).expect(201)
  const left = await asOwner(async (query) => {
    await query('delete from mod_projects.project where id = $1', [id])
    const [tasks, members] = ['task', 'project_member'].map((table) => `select 1 from mod_projects.${table} where project_id = $1`)
    const comments = 'select 1 from mod_projects.task_comment where task_id = $1'
    return [await query(tasks ?? '', [id]), await query(members ?? '', [id]), await query(comments, [taskId])]
  })
  expect(left).toEqual([[], [], []])
})

test('the migrations go down and up again, over data', async () => {
  await makeTask(host.current.acme.admin, (await makeProject(host.current.acme.admin)).id)
  expect(await proveMigrations(host.current)).toEqual([])
})
