import path from 'node:path'
import { wholeHost, type Listed, type TestClient } from '@innoerp/sdk/testing'
import type { Company, NewCompany } from '../src/shared/company.js'
import type { Contact, NewContact } from '../src/shared/contact.js'
import type { Deal, NewDeal } from '../src/shared/deal.js'
import type { Pipeline, Stage, StageKind } from '../src/shared/pipeline.js'

export const CRM = '/api/v1/crm'

/** One whole host with this module for all tests of a file. */
export const crmHost = () => wholeHost({ module: path.resolve(import.meta.dirname, '..') })

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
