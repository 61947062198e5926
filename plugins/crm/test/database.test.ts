import { proveIsolation, proveMigrations } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import { CRM, crmHost, makeCompany, makeContact, makeDeal, pipelineOf, stageOf } from './host.js'

const host = crmHost()

/** Runs SQL past all code of the module. */
const sql = (text: string, values: unknown[] = []) => host.current.asOwner((query) => query(text, values))

test('no route and no table lets one organization reach another', async () => {
  expect(await proveIsolation(host.current)).toEqual([])
})

test('the database itself refuses a closed deal without a date, an open one with one, odds beyond 100, a negative amount', async () => {
  const { admin: client } = host.current.acme
  const { id } = await makeDeal(client, { amount: '5' })
  const won = await stageOf(client, 'won')
  const broken = ['closed_at = now()', `stage_kind = 'won'`, 'probability = 101', 'amount = -1', `stage_id = '${won.id}'`, `stage_id = '${won.id}', stage_kind = 'lost', closed_at = now()`]
  for (const change of broken) await expect(sql(`update mod_crm.deal set ${change} where id = $1`, [id]), change).rejects.toThrow(/constraint/)
  await expect(sql(`update mod_crm.stage set probability = -1 where id = $1`, [won.id])).rejects.toThrow(/constraint/)
})

test('a used stage cannot be deleted, and there is no second default pipeline', async () => {
  const { admin: client } = host.current.acme
  const pipeline = await pipelineOf(client)
  const deal = await makeDeal(client)
  await expect(sql('delete from mod_crm.stage where id = $1', [deal.stage_id])).rejects.toThrow(/deal_stage/)
  const copy = `insert into mod_crm.pipeline (organization_id, id, name, is_default) select organization_id, gen_random_uuid(), name, true from mod_crm.pipeline where id = $1`
  await expect(sql(copy, [pipeline.id])).rejects.toThrow(/pipeline_default/)
})

test('a reference to a row of another organization breaks its key', async () => {
  const foreign = await makeCompany(host.current.globex.admin)
  const { id } = await makeContact(host.current.acme.admin)
  await expect(sql('update mod_crm.contact set company_id = $1 where id = $2', [foreign.id, id])).rejects.toThrow(/contact_company/)
})

test('what is purged leaves contacts and deals behind', async () => {
  const { admin: client } = host.current.acme
  const company = await makeCompany(client)
  const contact = await makeContact(client, { company_id: company.id })
  const deal = await makeDeal(client, { company_id: company.id, contact_id: contact.id })
  await sql('delete from mod_crm.company where id = $1', [company.id])
  expect((await client.get(`${CRM}/contacts/${contact.id}`)).body).toMatchObject({ company_id: null })
  expect((await client.get(`${CRM}/deals/${deal.id}`)).body).toMatchObject({ company_id: null, contact_id: contact.id })
})

test('the migrations go down and up again, over data', async () => {
  await makeDeal(host.current.acme.admin)
  expect(await proveMigrations(host.current)).toEqual([])
})
