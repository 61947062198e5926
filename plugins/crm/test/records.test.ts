import { describe, expect, test } from 'vitest'
import { CRM, makeCompany, makeContact, makeDeal, expectRefusal, UNKNOWN_ID, wholeHost, type Listed } from './host.js'

const host = wholeHost()
const acme = () => host.current.acme.admin
const globex = () => host.current.globex.admin

const KINDS = [
  { kind: 'companies', label: 'name', make: makeCompany },
  { kind: 'contacts', label: 'last_name', make: makeContact },
  { kind: 'deals', label: 'name', make: makeDeal },
]

describe.each(KINDS)('$kind', ({ kind, label, make }) => {
  const path = `${CRM}/${kind}`

  test('are created, read, changed, listed, deleted and restored', async () => {
    const made = await make(acme())
    const read = await acme().get(`${path}/${made.id}`)
    expect(read.body).toEqual(made)
    expect(read.headers.etag).toBe('"1"')
    const changed = await acme().patch<{ version: number }>(`${path}/${made.id}`, { [label]: 'Changed' }).expect(200)
    expect(changed).toMatchObject({ [label]: 'Changed', version: 2 })
    expect((await acme().get<Listed<unknown>>(`${path}?search=chang`)).body).toMatchObject({ total: 1, items: [{ id: made.id }] })
    await acme().delete(`${path}/${made.id}`).expect(204)
    await expectRefusal(acme().get(`${path}/${made.id}`), 404)
    expect((await acme().get<Listed<unknown>>(`${path}?search=chang`)).body.total).toBe(0)
    expect(await acme().post(`${path}/${made.id}/restore`).expect(200)).toMatchObject({ id: made.id, [label]: 'Changed' })
  })

  test('a stale change or deletion is refused and changes nothing', async () => {
    const { id } = await make(acme())
    await acme().patch(`${path}/${id}`, { [label]: 'First' }, { headers: { 'if-match': '"1"' } }).expect(200)
    expect((await expectRefusal(acme().patch(`${path}/${id}`, { [label]: 'Second' }, { headers: { 'if-match': '"1"' } }), 412)).code).toBe('PLATFORM_STALE_VERSION')
    await expectRefusal(acme().delete(`${path}/${id}`, { headers: { 'if-match': '"1"' } }), 412)
    expect((await acme().get(`${path}/${id}`)).body).toMatchObject({ [label]: 'First', version: 2 })
  })

  test('of another organization are not there, in the very words for what nobody has', async () => {
    const { id } = await make(acme())
    for (const [method, json] of [['GET'], ['PATCH', { [label]: 'stolen' }], ['DELETE']] as const) {
      const answers = await Promise.all([id, UNKNOWN_ID].map((one) => expectRefusal(globex().request(method, `${path}/${one}`, { json }), 404)))
      expect({ ...answers[0], request_id: 0 }).toEqual({ ...answers[1], request_id: 0 })
    }
    await expectRefusal(globex().post(`${path}/${id}/restore`), 404)
    expect((await acme().get(`${path}/${id}`)).status).toBe(200)
  })

  test('unknown fields, fields of the server and empty names are refused', async () => {
    for (const body of [{}, [], { [label]: '' }, { [label]: ' ' }, { [label]: 'A', zz: 1 }, { [label]: 'A', version: 7 }, { [label]: 'A', organization_id: UNKNOWN_ID }]) {
      await expectRefusal(acme().post(path, body), 400)
    }
    const { id } = await make(acme())
    for (const body of [{}, { [label]: null }, { [label]: 'B', created_by: UNKNOWN_ID }]) await expectRefusal(acme().patch(`${path}/${id}`, body), 400)
  })

  test('every sort pages through all of them once, with values that are absent too', async () => {
    const { admin: client } = await host.current.signUp(`sorts-${kind}`)
    for (let index = 0; index < 5; index += 1) await make(client, { [label]: `Ä ${index % 2}` })
    const sorts = { companies: ['name', '-city', 'industry', 'country', '-updated_at'], contacts: ['last_name', '-name', 'job_title', 'updated_at'], deals: ['name', '-amount', 'amount', '-expected_close_date', 'updated_at'] }
    for (const sort of sorts[kind as keyof typeof sorts]) {
      const seen: string[] = []
      for (let after = ''; ; ) {
        const page = await client.get<Listed<{ id: string }>>(`${path}?limit=2&total=false&sort=${sort}${after && `&after=${after}`}`).expect(200)
        seen.push(...page.items.map(({ id }) => id))
        if (page.next === null) break
        after = encodeURIComponent(page.next)
      }
      expect(seen).toHaveLength(5)
      expect(new Set(seen).size).toBe(5)
    }
  })

  test('the same Idempotency-Key makes one record', async () => {
    const headers = { 'idempotency-key': `once-${kind}` }
    const made = await Promise.all([1, 2].map(() => acme().post<{ id: string }>(path, { [label]: 'Once' }, { headers }).expect(201)))
    expect(made[0]?.id).toBe(made[1]?.id)
  })
})

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
