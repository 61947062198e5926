import { describe, expect, test } from 'vitest'
import { expectRefusal, recordTests, UNKNOWN_ID, type Listed } from '@innoerp/sdk/testing'
import { CRM, crmHost, makeCompany, makeContact, makeDeal } from './host.js'

const host = crmHost()
const acme = () => host.current.acme.admin
const globex = () => host.current.globex.admin

recordTests({ host, path: `${CRM}/companies`, label: 'name', body: () => ({ name: 'Port of Aarhus' }), sorts: ['name', '-city', 'industry', 'country', '-updated_at'] })
recordTests({ host, path: `${CRM}/contacts`, label: 'last_name', body: () => ({ last_name: 'Nowak' }), sorts: ['last_name', '-name', 'job_title', 'updated_at'] })
recordTests({ host, path: `${CRM}/deals`, label: 'name', body: () => ({ name: 'Slipway winches' }), sorts: ['name', '-amount', 'amount', '-expected_close_date', 'updated_at'] })

test('names sort as in a dictionary', async () => {
  const { admin: client } = await host.current.signUp('dictionary')
  for (const name of ['Zebra', 'Österreich', 'oslo', 'Pole']) await makeCompany(client, { name })
  const { items } = await client.get<Listed<{ name: string }>>(`${CRM}/companies?sort=name`).expect(200)
  expect(items.map(({ name }) => name)).toEqual(['oslo', 'Österreich', 'Pole', 'Zebra'])
})

test('a contact is found by first and last name together', async () => {
  const contact = await makeContact(acme(), { first_name: 'Maria', last_name: 'Anders' })
  expect(contact.name).toBe('Maria Anders')
  expect((await acme().get<Listed<unknown>>(`${CRM}/contacts?search=maria%20and`)).body.total).toBe(1)
  expect(await acme().patch(`${CRM}/contacts/${contact.id}`, { first_name: null }).expect(200)).toMatchObject({ name: 'Anders' })
})

describe('what records point at', () => {
  test('must be there: unknown, deleted and foreign ids get one answer', async () => {
    const foreign = await makeCompany(globex())
    const deleted = await makeCompany(acme())
    await acme().delete(`${CRM}/companies/${deleted.id}`).expect(204)
    const { id } = await makeContact(acme())
    for (const company_id of [UNKNOWN_ID, foreign.id, deleted.id]) {
      for (const asked of [acme().post(`${CRM}/contacts`, { last_name: 'A', company_id }), acme().patch(`${CRM}/contacts/${id}`, { company_id }), acme().post(`${CRM}/deals`, { name: 'A', company_id })]) {
        expect(await expectRefusal(asked, 422)).toMatchObject({ code: 'CRM_COMPANY_MISSING', details: [{ field: 'company_id' }] })
      }
    }
    expect((await expectRefusal(acme().post(`${CRM}/deals`, { name: 'A', contact_id: UNKNOWN_ID }), 422)).code).toBe('CRM_CONTACT_MISSING')
  })

  test('an owner is an active user of the organization', async () => {
    const own = await makeCompany(acme(), { owner_id: host.current.acme.adminId })
    expect(own.owner_id).toBe(host.current.acme.adminId)
    for (const owner_id of [UNKNOWN_ID, host.current.globex.adminId]) {
      for (const asked of [acme().post(`${CRM}/companies`, { name: 'A', owner_id }), acme().patch(`${CRM}/companies/${own.id}`, { owner_id }), acme().post(`${CRM}/deals`, { name: 'A', owner_id })]) {
        expect(await expectRefusal(asked, 422)).toMatchObject({ code: 'CRM_OWNER_NOT_ACTIVE', details: [{ field: 'owner_id' }] })
      }
    }
  })

  test('a deleted company leaves its contacts and deals', async () => {
    const company = await makeCompany(acme())
    const contact = await makeContact(acme(), { company_id: company.id })
    const deal = await makeDeal(acme(), { company_id: company.id, contact_id: contact.id })
    await acme().delete(`${CRM}/companies/${company.id}`).expect(204)
    expect((await acme().get(`${CRM}/contacts/${contact.id}`)).body).toMatchObject({ company_id: company.id })
    expect(await acme().patch(`${CRM}/deals/${deal.id}`, { name: 'Goes on' }).expect(200)).toMatchObject({ company_id: company.id })
  })
})

test('every change is told, one that is refused is not', async () => {
  const { admin: client } = await host.current.signUp('told')
  const { id } = await makeCompany(client, { name: 'Told' })
  await client.patch(`${CRM}/companies/${id}`, { city: 'Kiel', phone: '1' }).expect(200)
  await expectRefusal(client.patch(`${CRM}/companies/${id}`, { city: 'Bonn' }, { headers: { 'if-match': '"1"' } }), 412)
  await client.delete(`${CRM}/companies/${id}`).expect(204)
  await client.post(`${CRM}/companies/${id}/restore`).expect(200)
  const topics = ['company.created', 'company.deleted', 'company.restored', 'company.updated']
  const told = async () => (await Promise.all(topics.map((topic) => host.current.events(topic)))).flat().filter(({ data }) => data.company_id === id)
  await expect.poll(async () => (await told()).map(({ event_type }) => event_type)).toEqual(topics)
  expect((await told()).at(-1)?.data).toEqual({ company_id: id, fields: ['city', 'phone'] })
})
