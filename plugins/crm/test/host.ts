import path from 'node:path'
import { createTestHost, type Asked, type TestClient, type TestHost } from '@innoerp/core/testing'
import { afterAll, beforeAll } from 'vitest'
import type { Company, NewCompany } from '../src/shared/company.js'
import type { Contact, NewContact } from '../src/shared/contact.js'
import type { Deal, NewDeal } from '../src/shared/deal.js'
import type { Pipeline, Stage, StageKind } from '../src/shared/pipeline.js'

export const CRM = '/api/v1/crm'
export const UNKNOWN_ID = '3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11'

/** A page of the API. */
export interface Listed<T> {
  items: T[]
  total: number
  next: string | null
}
export interface Refusal {
  detail: { code: string; message: string; details?: { field?: string; line?: number; column?: string; message: string }[] }
}

/** One whole host with this module for all tests of a file. */
export function wholeHost(): { readonly current: TestHost } {
  let host: TestHost | undefined
  beforeAll(async () => {
    host = await createTestHost({ module: path.resolve(import.meta.dirname, '..') })
  }, 120_000)
  afterAll(() => host?.close())
  return {
    get current() {
      if (!host) throw new Error('The host runs inside of tests only.')
      return host
    },
  }
}

export const makeCompany = (client: TestClient, values: Partial<NewCompany> = {}): Promise<Company> =>
  client.post<Company>(`${CRM}/companies`, { name: 'Port of Aarhus', ...values }).expect(201)

export const makeContact = (client: TestClient, values: Partial<NewContact> = {}): Promise<Contact> =>
  client.post<Contact>(`${CRM}/contacts`, { last_name: 'Nowak', ...values }).expect(201)

export const makeDeal = (client: TestClient, values: Partial<NewDeal> = {}): Promise<Deal> =>
  client.post<Deal>(`${CRM}/deals`, { name: 'Slipway winches', ...values }).expect(201)

/** The default pipeline of the client's organization. */
export async function pipelineOf(client: TestClient): Promise<Pipeline> {
  const { items } = await client.get<Listed<Pipeline>>(`${CRM}/pipelines`).expect(200)
  if (!items[0]) throw new Error('There is no pipeline.')
  return items[0]
}

/** A stage of the default pipeline: the first of its kind. */
export async function stageOf(client: TestClient, kind: StageKind): Promise<Stage> {
  const stage = (await pipelineOf(client)).stages.find((one) => one.kind === kind)
  if (!stage) throw new Error(`No stage is ${kind}.`)
  return stage
}

/** What an answer refuses with; it must have this status. */
export async function expectRefusal(asked: Asked, status: number): Promise<Refusal['detail']> {
  const answer = await asked
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.text.slice(0, 500)}`)
  return (JSON.parse(answer.text) as Refusal).detail
}
