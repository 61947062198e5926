import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Listed } from '@innoerp/sdk/testing'
import type { Task } from '../src/shared/task.js'
import { columnOf, eventOf, makeProject, makeTask, P, projectsHost, readTask, refusal } from './host.js'

const host = projectsHost()

/** A project with a line of tasks, each below the one before. */
async function makeLine(length: number) {
  const { admin } = host.current.acme
  const project = await makeProject(admin)
  const line: Task[] = []
  for (let depth = 0; depth < length; depth += 1) {
    const above = line.at(-1)
    line.push(await makeTask(admin, project.id, { title: `Level ${depth}`, ...(above && { parent_id: above.id }) }))
  }
  return { admin, project, line }
}
const at = <T>(list: readonly T[], index: number): T => {
  const item = list.at(index)
  if (item === undefined) throw new Error(`There is no item ${index}`)
  return item
}

describe('a task', () => {
  test('is numbered in its project, also when many are made at once', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    const made = await Promise.all(Array.from({ length: 12 }, () => makeTask(admin, id)))
    expect(made.map((task) => task.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  test('a number is never given twice', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    await admin.delete(`${P}/tasks/${(await makeTask(admin, id)).id}`).expect(204)
    expect((await makeTask(admin, id)).number).toBe(2)
  })

  test('is assigned to active users of the organization only', async () => {
    const { acme, globex } = host.current
    const { id } = await makeProject(acme.admin)
    const task = await makeTask(acme.admin, id, { assignee_id: acme.adminId })
    for (const assignee_id of [globex.adminId, randomUUID()]) {
      expect(await refusal(acme.admin.post(`${P}/${id}/tasks`, { title: 'x', assignee_id }), 422)).toBe('PROJECTS_USER_NOT_ACTIVE')
      expect(await refusal(acme.admin.patch(`${P}/tasks/${task.id}`, { assignee_id }), 422)).toBe('PROJECTS_USER_NOT_ACTIVE')
    }
    expect(await readTask(acme.admin, task.id)).toEqual(task)
    expect(await acme.admin.patch(`${P}/tasks/${task.id}`, { assignee_id: null }).expect(200)).toMatchObject({ assignee_id: null })
  })

  test('goes to the end of a state that it is changed to', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    await makeTask(admin, id, { title: 'first', state: 'open' })
    const task = await makeTask(admin, id, { title: 'second' })
    await admin.patch(`${P}/tasks/${task.id}`, { state: 'open' }).expect(200)
    expect(await columnOf(admin, id, 'open')).toEqual(['first', 'second'])
  })

  test('is found by filter and search', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    await makeTask(admin, id, { title: 'Book crane', priority: 'urgent' })
    await makeTask(admin, id, { title: 'Paint', description: 'The crane’s splash zone' })
    const titles = async (query: string) => {
      const page = await admin.get<Listed<Task>>(`${P}/${id}/tasks?${query}`).expect(200)
      return page.items.map((task) => task.title)
    }
    expect(await titles('priority=urgent')).toEqual(['Book crane'])
    expect(await titles('search=CRANE&sort=title')).toEqual(['Book crane', 'Paint'])
    expect((await admin.get(`${P}/${id}/tasks?sort=priority`)).status).toBe(400)
  })

  test('of a project that is not there is refused like one of another organization', async () => {
    const { acme, globex } = host.current
    const { id } = await makeProject(acme.admin)
    const task = await makeTask(acme.admin, id)
    const answers = (projectId: string, taskId: string) =>
      Promise.all(
        [
          globex.admin.get(`${P}/${projectId}/tasks`),
          globex.admin.post(`${P}/${projectId}/tasks`, { title: 'x' }),
          globex.admin.get(`${P}/tasks/${taskId}`),
          globex.admin.patch(`${P}/tasks/${taskId}`, { title: 'x' }),
          globex.admin.patch(`${P}/tasks/${taskId}`, { assignee_id: globex.adminId }),
          globex.admin.post(`${P}/tasks/${taskId}/move`, { state: 'done' }),
          globex.admin.post(`${P}/tasks/${taskId}/comments`, { body: 'x' }),
          globex.admin.get(`${P}/tasks/${taskId}/comments`),
          globex.admin.delete(`${P}/tasks/${taskId}`),
          globex.admin.post(`${P}/tasks/${taskId}/restore`),
        ].map(async (asked) => {
          const { status, text } = await asked
          return `${status} ${text.replace(/"request_id":"[^"]*"/, '')}`
        }),
      )
    const foreign = await answers(id, task.id)
    expect(foreign).toEqual(await answers(randomUUID(), randomUUID()))
    expect(foreign.every((answer) => answer.startsWith('404 '))).toBe(true)
  })
})

describe('subtasks', () => {
  test('stand below a task of their own project', async () => {
    const { admin } = host.current.acme
    const [project, other] = [await makeProject(admin), await makeProject(admin)]
    const stranger = await makeTask(admin, other.id)
    const task = await makeTask(admin, project.id)
    for (const parent_id of [stranger.id, randomUUID()]) {
      expect(await refusal(admin.post(`${P}/${project.id}/tasks`, { title: 'x', parent_id }), 422)).toBe('PROJECTS_PARENT')
      expect(await refusal(admin.patch(`${P}/tasks/${task.id}`, { parent_id }), 422)).toBe('PROJECTS_PARENT')
    }
  })

  test('never close a circle, at any depth', async () => {
    const { admin, line } = await makeLine(6)
    const top = at(line, 0)
    for (const { id } of line) {
      expect(await refusal(admin.patch(`${P}/tasks/${top.id}`, { parent_id: id }), 422)).toBe('PROJECTS_PARENT_CYCLE')
    }
    expect((await readTask(admin, top.id)).parent_id).toBeNull()
  })

  test('never close a circle together, when each is put below the next at once', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    const ring = [await makeTask(admin, id), await makeTask(admin, id), await makeTask(admin, id)]
    for (let round = 0; round < 10; round += 1) {
      const moves = ring.map((task, i) => admin.patch(`${P}/tasks/${task.id}`, { parent_id: at(ring, (i + 1) % 3).id }))
      const answers = await Promise.all(moves)
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 422])
      for (const task of ring) await admin.patch(`${P}/tasks/${task.id}`, { parent_id: null }).expect(200)
    }
  })

  test('are counted on their parent, cancelled ones left out', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    const [old, parent] = [await makeTask(admin, id), await makeTask(admin, id)]
    const counts = async (task: Task) => {
      const { subtask_count, subtask_done_count } = await readTask(admin, task.id)
      return [subtask_count, subtask_done_count]
    }
    const child = await makeTask(admin, id, { parent_id: old.id })
    await makeTask(admin, id, { parent_id: old.id, state: 'cancelled' })
    expect(await counts(old)).toEqual([1, 0])
    await admin.post(`${P}/tasks/${child.id}/move`, { state: 'done' }).expect(200)
    expect(await counts(old)).toEqual([1, 1])
    await admin.patch(`${P}/tasks/${child.id}`, { parent_id: parent.id }).expect(200)
    expect([await counts(old), await counts(parent)]).toEqual([[0, 0], [1, 1]])
    await admin.delete(`${P}/tasks/${child.id}`).expect(204)
    expect(await counts(parent)).toEqual([0, 0])
    await admin.post(`${P}/tasks/${child.id}/restore`).expect(200)
    expect(await counts(parent)).toEqual([1, 1])
  })

  test('go with their task and come back with it, those that went before stay gone', async () => {
    const { admin, line } = await makeLine(3)
    const [top, middle, bottom] = [at(line, 0), at(line, 1), at(line, 2)]
    const early = await makeTask(admin, top.project_id, { parent_id: middle.id })
    await admin.delete(`${P}/tasks/${early.id}`).expect(204)
    await admin.delete(`${P}/tasks/${top.id}`).expect(204)
    for (const { id } of line) expect((await admin.get(`${P}/tasks/${id}`)).status).toBe(404)
    expect(await refusal(admin.post(`${P}/tasks/${bottom.id}/restore`), 409)).toBe('PROJECTS_PARENT_DELETED')
    await admin.post(`${P}/tasks/${top.id}/restore`).expect(200)
    for (const { id } of line) await readTask(admin, id)
    expect((await admin.get(`${P}/tasks/${early.id}`)).status).toBe(404)
    const deleted = await eventOf(host.current, 'task.deleted', top.id)
    const subtask_ids = [middle.id, bottom.id].toSorted()
    const data = { ...deleted.data, subtask_ids: [deleted.data.subtask_ids].flat().toSorted() }
    expect(data).toEqual({ task_id: top.id, project_id: top.project_id, subtask_ids })
  })
})

test('the tasks of all projects are listed for one person, the next due first, of the own organization alone', async () => {
  const { acme, globex } = host.current
  const [one, two] = [await makeProject(acme.admin), await makeProject(acme.admin)]
  const mine = { assignee_id: acme.adminId, state: 'open' } as const
  await makeTask(acme.admin, one.id, { ...mine, title: 'Later', due_date: '2027-01-02' })
  await makeTask(acme.admin, two.id, { ...mine, title: 'Sooner', due_date: '2026-12-01' })
  await makeTask(acme.admin, two.id, { ...mine, title: 'Some day' })
  await makeTask(acme.admin, two.id, { title: 'Of nobody', state: 'open' })
  const theirs = await makeProject(globex.admin)
  await makeTask(globex.admin, theirs.id, { title: 'Theirs', state: 'open' })
  const page = await acme.admin.get<Listed<Task>>(`${P}/tasks?assignee_id=${acme.adminId}&state=open&sort=due_date`).expect(200)
  expect(page.items.map(({ title }) => title)).toEqual(['Sooner', 'Later', 'Some day'])
  expect((await acme.admin.get<Listed<Task>>(`${P}/tasks?search=theirs`).expect(200)).items).toEqual([])
})
