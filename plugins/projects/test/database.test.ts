import { proveIsolation } from '@innoerp/core/testing'
import { ModuleSchema, type Migration } from '@innoerp/sdk/server'
import { expect, test } from 'vitest'
import project from '../migrations/0001-project.js'
import member from '../migrations/0002-project-member.js'
import task from '../migrations/0003-task.js'
import comment from '../migrations/0004-task-comment.js'
import { makeProject, makeTask, P, wholeHost } from './host.js'

const host = wholeHost()

/** Runs `work` on a connection of the tables' owner, past all code of the module. */
async function asOwner<T>(work: (query: (sql: string, values?: unknown[]) => Promise<unknown[]>) => Promise<T>): Promise<T> {
  const { database } = host.current.host.platform
  const db = await database.connectAsOwner()
  try {
    await db.query(`set role "${database.roles.owner}"`)
    return await work(async (sql, values) => (await db.query(sql, values)).rows as unknown[])
  } finally {
    await db.end()
  }
}

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

test('the migrations go down and up again', async () => {
  await makeTask(host.current.acme.admin, (await makeProject(host.current.acme.admin)).id)
  const { roles } = host.current.host.platform.database
  const statements = (migration: Migration, way: 'expand' | 'down') => {
    const schema = new ModuleSchema({ schema: 'mod_projects', role: roles.module('projects'), owner: roles.owner })
    migration[way](schema)
    return schema.statements
  }
  const migrations = [project, member, task, comment]
  const tables = `select table_name from information_schema.tables where table_schema = 'mod_projects' order by 1`
  const seen = await asOwner(async (query) => {
    await query('begin')
    const before = await query(tables)
    for (const migration of migrations.toReversed()) for (const sql of statements(migration, 'down')) await query(sql)
    const down = await query(tables)
    for (const migration of migrations) for (const sql of statements(migration, 'expand')) await query(sql)
    const after = await query(tables)
    await query('rollback')
    return { before, down, after }
  })
  expect(seen.before).toHaveLength(migrations.length)
  expect(seen.down).toEqual([])
  expect(seen.after).toEqual(seen.before)
})
