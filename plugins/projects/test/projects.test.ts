import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Listed } from '@innoerp/sdk/testing'
import type { Member } from '../src/shared/member.js'
import type { Project } from '../src/shared/project.js'
import type { Task } from '../src/shared/task.js'
import { eventOf, makeProject, makeTask, P, projectsHost, readTask, refusal } from './host.js'

const host = projectsHost()

describe('a project', () => {
  test('is created with its event, and takes the organization’s currency', async () => {
    const { acme } = host.current
    const made = await makeProject(acme.admin, { name: 'Crane retrofit', code: 'HCR', budget: '100.50', start_date: '2026-01-31' })
    expect(made).toMatchObject({ code: 'HCR', budget: '100.50', start_date: '2026-01-31', status: 'active', version: 1 })
    const organization = await acme.admin.get<{ currency: string }>('/api/v1/organizations/current').expect(200)
    expect(made.currency).toBe(organization.currency)
    const created = await eventOf(host.current, 'project.created', made.id)
    expect(created).toMatchObject({ organization_id: acme.id, aggregate_version: 1 })
    expect(created.data).toEqual({ project_id: made.id, name: 'Crane retrofit', code: 'HCR' })
  })

  test('that is refused leaves no row and no event', async () => {
    const { acme, events } = host.current
    const before = await acme.admin.get<Listed<Project>>(P).expect(200)
    const dates = { name: 'Backwards', start_date: '2026-02-02', end_date: '2026-02-01' }
    expect(await refusal(acme.admin.post(P, dates), 422)).toBe('PROJECTS_DATES')
    expect((await acme.admin.get<Listed<Project>>(P).expect(200)).total).toBe(before.total)
    // Events of an organization are delivered in their order: one of it would have come first.
    const next = await makeProject(acme.admin)
    await eventOf(host.current, 'project.created', next.id)
    expect((await events('project.created')).some((event) => event.data.name === 'Backwards')).toBe(false)
  })

  test('may start and end on one day, and cannot be changed to end before it starts', async () => {
    const { admin } = host.current.acme
    const made = await makeProject(admin, { start_date: '2026-03-01', end_date: '2026-03-01' })
    expect(await refusal(admin.patch(`${P}/${made.id}`, { end_date: '2026-02-28' }), 422)).toBe('PROJECTS_DATES')
    expect(await admin.get<Project>(`${P}/${made.id}`).expect(200)).toEqual(made)
  })

  const amounts = [{ budget: '-1' }, { budget: '1.00001' }, { currency: 'eur' }]
  const bad = [...amounts, { code: '' }, { code: 'a'.repeat(21) }, { status: 'lost' }, { name: ' ' }]
  test.each(bad)('with %j is refused', async (values) => {
    const { admin } = host.current.acme
    expect((await admin.post(P, { name: 'Bad', ...values })).status).toBe(400)
  })

  test('has a code of its own in its organization, whatever the case; another organization may use it too', async () => {
    const { acme, globex } = host.current
    const first = await makeProject(acme.admin, { code: 'Dock' })
    expect(await refusal(acme.admin.post(P, { name: 'Second', code: 'DOCK' }), 409)).toBe('PROJECTS_CODE_TAKEN')
    await makeProject(globex.admin, { code: 'DOCK' })
    await acme.admin.delete(`${P}/${first.id}`).expect(204)
    await makeProject(acme.admin, { code: 'DOCK' })
    expect(await refusal(acme.admin.post(`${P}/${first.id}/restore`), 409)).toBe('PROJECTS_RESTORE_CODE_TAKEN')
  })

  test('may be for a company, and is found by it', async () => {
    const { admin } = host.current.acme
    const company_id = randomUUID()
    const made = await makeProject(admin, { company_id })
    await makeProject(admin)
    const found = await admin.get<Listed<Project>>(`${P}?company_id=${company_id}`).expect(200)
    expect(found.items.map(({ id }) => id)).toEqual([made.id])
    expect((await admin.post(P, { name: 'Bad', company_id: 'brinkmann' })).status).toBe(400)
  })

  test('any number of projects have no code', async () => {
    const { admin } = host.current.acme
    const made = [await makeProject(admin), await makeProject(admin)]
    expect(made.map((project) => project.code)).toEqual([null, null])
  })

  test('is not changed or deleted over somebody else’s change', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    const stale = { headers: { 'if-match': '"1"' } }
    await admin.patch(`${P}/${id}`, { name: 'First' }, stale).expect(200)
    expect((await admin.patch(`${P}/${id}`, { name: 'Second' }, stale)).status).toBe(412)
    expect((await admin.delete(`${P}/${id}`, stale)).status).toBe(412)
    expect(await admin.get<Project>(`${P}/${id}`).expect(200)).toMatchObject({ name: 'First', version: 2 })
  })

  test('goes with its tasks, and comes back with those that went with it', async () => {
    const { admin } = host.current.acme
    const { id } = await makeProject(admin)
    const [kept, gone] = [await makeTask(admin, id, { title: 'Kept' }), await makeTask(admin, id, { title: 'Gone before' })]
    await admin.delete(`${P}/tasks/${gone.id}`).expect(204)
    await admin.delete(`${P}/${id}`).expect(204)
    for (const path of [id, `${id}/tasks`, `${id}/members`, `tasks/${kept.id}`, `tasks/${kept.id}/comments`]) {
      expect((await admin.get(`${P}/${path}`)).status).toBe(404)
    }
    expect((await admin.post(`${P}/${id}/tasks`, { title: 'Too late' })).status).toBe(404)
    expect((await admin.post(`${P}/tasks/${kept.id}/restore`)).status).toBe(404)
    await admin.post(`${P}/${id}/restore`).expect(200)
    const tasks = await admin.get<Listed<Task>>(`${P}/${id}/tasks`).expect(200)
    expect(tasks.items.map((task) => task.title)).toEqual(['Kept'])
  })
})

describe('members', () => {
  test('join once, change their role, leave', async () => {
    const { acme } = host.current
    const { id } = await makeProject(acme.admin)
    const casey = await acme.person('employee')
    const at = `${P}/${id}/members`
    const member = await acme.admin.post<Member>(at, { user_id: casey.userId, role: 'lead' }).expect(201)
    expect(await refusal(acme.admin.post(at, { user_id: casey.userId }), 409)).toBe('PROJECTS_ALREADY_MEMBER')
    const changed = await acme.admin.patch(`${at}/${casey.userId}`, { role: 'observer' }).expect(200)
    expect(changed).toMatchObject({ role: 'observer', version: 2 })
    const listed = await acme.admin.get<Listed<unknown>>(at).expect(200)
    expect(listed).toMatchObject({ total: 1, items: [{ user_id: casey.userId, role: 'observer' }] })
    await acme.admin.delete(`${at}/${casey.userId}`).expect(204)
    expect((await acme.admin.delete(`${at}/${casey.userId}`)).status).toBe(404)
    await acme.admin.post(at, { user_id: casey.userId }).expect(201)
    const removed = await eventOf(host.current, 'project.member.removed', member.id)
    expect(removed.data).toEqual({ project_id: id, user_id: casey.userId, role: 'observer' })
  })

  test('are active users of the organization', async () => {
    const { acme, globex } = host.current
    const { id } = await makeProject(acme.admin)
    for (const user_id of [globex.adminId, randomUUID()]) {
      expect(await refusal(acme.admin.post(`${P}/${id}/members`, { user_id }), 422)).toBe('PROJECTS_USER_NOT_ACTIVE')
    }
  })
})

describe('comments', () => {
  test('are kept as written, with their author, and counted', async () => {
    const { acme } = host.current
    const { id } = await makeProject(acme.admin)
    const task = await makeTask(acme.admin, id)
    const body = 'Ça va? <script>alert(1)</script> 漢字\n👍'
    await acme.admin.post(`${P}/tasks/${task.id}/comments`, { body }).expect(201)
    const page = await acme.admin.get<Listed<unknown>>(`${P}/tasks/${task.id}/comments`).expect(200)
    const items = [{ body, created_by: acme.adminId, task_id: task.id }]
    expect(page).toMatchObject({ total: 1, items })
    expect(await readTask(acme.admin, task.id)).toMatchObject({ comment_count: 1, version: task.version })
  })

  test('say something', async () => {
    const { admin } = host.current.acme
    const task = await makeTask(admin, (await makeProject(admin)).id)
    for (const body of ['', ' \n', 'a'.repeat(10_001)]) {
      expect((await admin.post(`${P}/tasks/${task.id}/comments`, { body })).status).toBe(400)
    }
  })
})

describe('rights', () => {
  test('an employee works on tasks, and leaves projects and their members alone', async () => {
    const { acme } = host.current
    const { id } = await makeProject(acme.admin)
    const casey = await acme.person('employee')
    const task = await makeTask(casey, id, { assignee_id: casey.userId })
    await casey.post(`${P}/tasks/${task.id}/comments`, { body: 'On it' }).expect(201)
    const refused = [
      casey.post(P, { name: 'Mine' }),
      casey.patch(`${P}/${id}`, { name: 'Mine' }),
      casey.delete(`${P}/${id}`),
      casey.post(`${P}/${id}/members`, { user_id: casey.userId }),
    ]
    for (const asked of refused) expect((await asked).status).toBe(403)
  })

  test('a client sees nothing', async () => {
    const { acme } = host.current
    const { id } = await makeProject(acme.admin)
    const guest = await acme.person('client')
    for (const path of [P, `${P}/${id}`, `${P}/${id}/tasks`]) expect((await guest.get(path)).status).toBe(403)
  })
})
