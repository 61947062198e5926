import path from 'node:path'
import { vi } from 'vitest'
import type { EventEnvelope } from '@innoerp/sdk/contract'
import { expectRefusal, wholeHost, type Asked, type Listed, type TestClient, type TestHost } from '@innoerp/sdk/testing'
import type { Project } from '../src/shared/project.js'
import type { Task, TaskState } from '../src/shared/task.js'

export const P = '/api/v1/projects'

/** Milliseconds that an event may take. */
const DELIVERY = 5_000

/** One whole host with this module for all tests of a file. */
export const projectsHost = () => wholeHost({ module: path.resolve(import.meta.dirname, '..') })

export const makeProject = (client: TestClient, values: Partial<Project> = {}): Promise<Project> =>
  client.post<Project>(P, { name: 'Harbour', ...values }).expect(201)

export const makeTask = (client: TestClient, projectId: string, values: Partial<Task> = {}): Promise<Task> =>
  client.post<Task>(`${P}/${projectId}/tasks`, { title: 'Survey', ...values }).expect(201)

export const readTask = (client: TestClient, id: string): Promise<Task> => client.get<Task>(`${P}/tasks/${id}`).expect(200)

/** Titles of a column, in its order. */
export async function columnOf(client: TestClient, projectId: string, state: TaskState): Promise<string[]> {
  const page = await client.get<Listed<Task>>(`${P}/${projectId}/tasks?state=${state}&sort=rank&limit=200`).expect(200)
  return page.items.map((task) => task.title)
}

/** The event about one record, once it is delivered. */
export async function eventOf(host: TestHost, topic: string, aggregateId: string): Promise<EventEnvelope> {
  return vi.waitFor(async () => {
    const found = (await host.events(topic)).find((event) => event.aggregate_id === aggregateId)
    if (!found) throw new Error(`No ${topic} of ${aggregateId} was delivered`)
    return found
  }, DELIVERY)
}

/** The code of an answer that must be a refusal with this status. */
export const refusal = async (asked: Asked<unknown>, status: number): Promise<string> => (await expectRefusal(asked, status)).code
