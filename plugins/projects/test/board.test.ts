import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Listed } from '@innoerp/sdk/testing'
import type { Task, TaskState } from '../src/shared/task.js'
import { columnOf, eventOf, makeProject, makeTask, P, projectsHost, readTask, refusal } from './host.js'

const host = projectsHost()

async function makeBoard(titles: readonly string[], state: TaskState = 'open') {
  const { admin } = host.current.acme
  const project = await makeProject(admin)
  const tasks: Task[] = []
  for (const title of titles) tasks.push(await makeTask(admin, project.id, { title, state }))
  const named = (title: string): Task => {
    const task = tasks.find((one) => one.title === title)
    if (!task) throw new Error(`There is no task ${title}`)
    return task
  }
  const move = (title: string, to: object) => admin.post<Task>(`${P}/tasks/${named(title).id}/move`, { state, ...to })
  return { admin, project, named, move, order: (of: TaskState = state) => columnOf(admin, project.id, of) }
}

/** Numbers that look random and are the same in every run. */
function seeded(seed: number) {
  let at = seed
  return (below: number): number => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648
    return at % below
  }
}

describe('a move', () => {
  test('puts a card right before or right after another, or at the end', async () => {
    const { named, move, order } = await makeBoard(['a', 'b', 'c', 'd'])
    await move('d', { before_id: named('a').id }).expect(200)
    expect(await order()).toEqual(['d', 'a', 'b', 'c'])
    await move('d', { after_id: named('b').id }).expect(200)
    expect(await order()).toEqual(['a', 'b', 'd', 'c'])
    await move('a', {}).expect(200)
    expect(await order()).toEqual(['b', 'd', 'c', 'a'])
    await move('b', { state: 'done' }).expect(200)
    expect([await order(), await order('done')]).toEqual([['d', 'c', 'a'], ['b']])
  })

  test('tells where from and where to', async () => {
    const { named, move, project } = await makeBoard(['a'])
    await move('a', { state: 'done' }).expect(200)
    const { data } = await eventOf(host.current, 'task.moved', named('a').id)
    expect(data).toEqual({ task_id: named('a').id, project_id: project.id, from: 'open', to: 'done' })
  })

  test('stands beside a card of the column that it goes to, never beside itself', async () => {
    const { admin, project, named, move, order } = await makeBoard(['a', 'b'])
    const done = await makeTask(admin, project.id, { state: 'done' })
    const elsewhere = await makeTask(admin, (await makeProject(admin)).id, { state: 'open' })
    const deleted = await makeTask(admin, project.id, { state: 'open' })
    await admin.delete(`${P}/tasks/${deleted.id}`).expect(204)
    for (const id of [named('a').id, done.id, elsewhere.id, deleted.id, randomUUID()]) {
      expect(await refusal(move('a', { before_id: id }), 422)).toBe('PROJECTS_NEIGHBOUR')
      expect(await refusal(move('a', { after_id: id }), 422)).toBe('PROJECTS_NEIGHBOUR')
    }
    expect(await refusal(move('a', { before_id: named('b').id, after_id: named('b').id }), 400)).toBe('PROJECTS_TWO_NEIGHBOURS')
    expect(await order()).toEqual(['a', 'b'])
    expect((await readTask(admin, named('a').id)).version).toBe(1)
  })

  test('many in a row agree with a plain list', async () => {
    const titles = ['a', 'b', 'c', 'd', 'e', 'f']
    const { named, move, order } = await makeBoard(titles)
    const random = seeded(7)
    let list = [...titles]
    for (let step = 0; step < 120; step += 1) {
      const title = titles[random(titles.length)] ?? 'a'
      const rest = list.filter((one) => one !== title)
      const beside = rest[random(rest.length)] ?? 'b'
      const after = random(2) === 1
      list = rest.toSpliced(rest.indexOf(beside) + (after ? 1 : 0), 0, title)
      await move(title, after ? { after_id: named(beside).id } : { before_id: named(beside).id }).expect(200)
    }
    expect(await order()).toEqual(list)
  })

  test('into the same gap over and over keeps ranks short and the order right', async () => {
    const { named, move, order } = await makeBoard(['a', 'b', 'last'])
    const lengths: number[] = []
    for (let step = 0; step < 220; step += 1) {
      const { rank } = await move(step % 2 ? 'a' : 'b', { before_id: named('last').id }).expect(200)
      lengths.push(rank.length)
    }
    // They grew, and were made short again on the way.
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32)
    expect(lengths.at(-1)).toBeLessThan(Math.max(...lengths))
    expect(await order()).toEqual(['b', 'a', 'last'])
  })

  test('all at once leave every card once, each with a rank of its own', async () => {
    const titles = ['a', 'b', 'c', 'd', 'e']
    const { admin, project, named, move } = await makeBoard(titles)
    const moves = Array.from({ length: 60 }, (_, i) => {
      const [title, beside] = [titles[i % 5] ?? 'a', titles[(i + 1 + (i % 3)) % 5] ?? 'b']
      return move(title, i % 2 ? { before_id: named(beside).id } : { after_id: named(beside).id })
    })
    expect((await Promise.all(moves)).map((answer) => answer.status)).toEqual(moves.map(() => 200))
    const { items } = await admin.get<Listed<Task>>(`${P}/${project.id}/tasks?limit=200`).expect(200)
    expect(items.map((task) => task.title).sort()).toEqual(titles)
    expect(new Set(items.map((task) => task.rank)).size).toBe(titles.length)
  })
})

test('new cards made at once go to the end of their column, each with a rank of its own', async () => {
  const { admin, project, order } = await makeBoard(['first'])
  const made = await Promise.all(Array.from({ length: 20 }, (_, i) => makeTask(admin, project.id, { title: `new ${i}`, state: 'open' })))
  const byNumber = made.toSorted((a, b) => a.number - b.number).map((task) => task.title)
  expect(await order()).toEqual(['first', ...byNumber])
})

test('a card that comes back stands where it stood, whatever moved there meanwhile', async () => {
  const { admin, named, move, order } = await makeBoard(['a', 'b', 'c', 'd'])
  await admin.delete(`${P}/tasks/${named('b').id}`).expect(204)
  await move('d', { after_id: named('a').id }).expect(200)
  expect(await order()).toEqual(['a', 'd', 'c'])
  await admin.post(`${P}/tasks/${named('b').id}/restore`).expect(200)
  expect(await order()).toEqual(['a', 'd', 'b', 'c'])
})
