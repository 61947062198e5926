import http from 'node:http'
import { expect, test } from 'vitest'
import { MAX_IMPORT_BYTES, type ImportResult } from '@innoerp/sdk/contract'
import { expectRefusal, type Listed, type TestClient } from '@innoerp/sdk/testing'
import type { Company } from '../src/shared/company.js'
import { CRM, crmHost } from './host.js'

const host = crmHost()
const HEADER = 'ref,company_name,mail,town'
const MAPPING = { company_name: 'name', mail: 'email', town: 'city' }
const GOOD = [HEADER, 'A1,Ärzte & Söhne,info@aerzte.example,Köln', 'A2,"Port, of ""Aarhus""",,Aarhus', 'A3,"Two', 'lines",,'].join('\r\n')
const BAD = [HEADER, 'B1,First,,', '"B', '2",,nobody,', 'B3,Third,,,,', 'B4,Fourth,,'].join('\n')

interface Options {
  dry_run?: boolean
  on_error?: 'refuse' | 'skip'
  mapping?: object
  type?: string
}

function send(client: TestClient, file: string | Buffer, { mapping = MAPPING, type = 'text/csv', ...query }: Options = {}) {
  const search = new URLSearchParams({ mapping: JSON.stringify(mapping), ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])) })
  return client.request<ImportResult>('POST', `${CRM}/companies/import?${search}`, { raw: file, headers: { 'content-type': type } })
}
const namesOf = async (client: TestClient) => (await client.get<Listed<Company>>(`${CRM}/companies`).expect(200)).items.map(({ name }) => name)
const newcomer = async (name: string) => (await host.current.signUp(name)).admin

test('nothing is imported unless asked; then all of it, letter by letter, with its events', async () => {
  const client = await newcomer('imports')
  expect(await send(client, GOOD).expect(200)).toEqual({ total: 3, valid: 3, invalid: 0, created: 0, errors: [] })
  expect(await namesOf(client)).toEqual([])
  expect(await send(client, GOOD, { dry_run: false }).expect(200)).toMatchObject({ valid: 3, created: 3 })
  const { items } = await client.get<Listed<Company>>(`${CRM}/companies?sort=name`).expect(200)
  expect(items).toMatchObject([{ name: 'Ärzte & Söhne', email: 'info@aerzte.example', city: 'Köln' }, { name: 'Port, of "Aarhus"', city: 'Aarhus' }, { name: 'Two\r\nlines', city: null }])
  const [imported] = await host.current.events('company.imported')
  expect(imported?.data.company_ids).toHaveLength(3)
})

test('bad rows are reported by the line they start in; they refuse the file, or are skipped', async () => {
  const client = await newcomer('bad-rows')
  const errors = [
    { line: 3, column: 'company_name', message: 'A company needs a name.' },
    { line: 3, column: 'mail', message: '“nobody” is not a valid e-mail address.' },
    { line: 5, message: 'The row has 6 cells, the header has 4.' },
  ]
  expect(await send(client, BAD).expect(200)).toEqual({ total: 4, valid: 2, invalid: 2, created: 0, errors })
  const refused = await expectRefusal(send(client, BAD, { dry_run: false }), 422)
  expect(refused).toMatchObject({ code: 'CRM_ROWS_REFUSED', details: errors })
  expect(await namesOf(client)).toEqual([])
  expect(await send(client, BAD, { dry_run: false, on_error: 'skip' }).expect(200)).toEqual({ total: 4, valid: 2, invalid: 2, created: 2, errors })
  expect(await namesOf(client)).toEqual(['First', 'Fourth'])
})

test('thousands of rows are one transaction: a bad one at the end takes all of them back', async () => {
  const client = await newcomer('thousands')
  const rows = Array.from({ length: 3_500 }, (_, index) => `Company ${index}`)
  await expectRefusal(send(client, ['name', ...rows, 'x'.repeat(201)].join('\n'), { dry_run: false, mapping: { name: 'name' } }), 422)
  expect(await namesOf(client)).toEqual([])
  expect(await send(client, ['name', ...rows].join('\n'), { dry_run: false, mapping: { name: 'name' } }).expect(200)).toMatchObject({ created: 3_500 })
  expect((await client.get<Listed<unknown>>(`${CRM}/companies?limit=1`)).body.total).toBe(3_500)
})

const FILES: [string, string | Buffer, string][] = [
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'CRM_FILE_NOT_UTF8'],
  ['Latin-1', Buffer.from(GOOD, 'latin1'), 'CRM_FILE_NOT_UTF8'],
  ['an open quote', `${HEADER}\nX,"never closed,,\n`, 'CRM_FILE_NOT_CSV'],
  ['an empty file', '', 'CRM_FILE_EMPTY'],
  ['no such column', GOOD.replace('company_name', 'firm'), 'CRM_COLUMNS'],
]
test.each(FILES)('%s is refused as a whole', async (_what, file, code) => {
  const refused = await expectRefusal(send(host.current.acme.admin, file, { dry_run: false }), 422)
  expect(refused.code).toBe(code)
  expect(refused.message.length).toBeGreaterThan(20)
  expect(await namesOf(host.current.acme.admin)).toEqual([])
})

test('a mapping to no field, a mapping that is none, another content type, an unknown parameter are refused', async () => {
  const client = host.current.acme.admin
  expect((await expectRefusal(send(client, GOOD, { mapping: { company_name: 'no_such' } }), 422)).message).toContain('no_such')
  const bare = (query: string) => client.request('POST', `${CRM}/companies/import?${query}`, { raw: GOOD, headers: { 'content-type': 'text/csv' } })
  expect((await expectRefusal(bare('mapping=%7Boops'), 400)).code).toBe('CRM_BAD_MAPPING')
  for (const query of ['dry_run=perhaps', 'on_error=ignore', 'zz=1']) await expectRefusal(bare(query), 400)
  await expectRefusal(send(client, '{"a":1}', { type: 'application/json' }), 415)
})

/** Sends a file in chunks, without saying how long it is; the status of the answer. */
function sendUnannounced({ host: name, port, token }: TestClient, file: Buffer): Promise<number | undefined> {
  const headers = { host: `${name}:${port}`, authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'transfer-encoding': 'chunked' }
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method: 'POST', path: `${CRM}/companies/import`, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end(file)
  })
}

test('a file above the limit is refused, whether its size is announced or not', async () => {
  const { admin } = host.current.acme
  const file = Buffer.alloc(MAX_IMPORT_BYTES + 1, 'name\n')
  expect(await expectRefusal(send(admin, file), 413)).toMatchObject({ code: 'CRM_FILE_TOO_LARGE' })
  expect(await sendUnannounced(admin, file)).toBe(413)
  expect(await sendUnannounced(admin, Buffer.from('name\nAnna\n'))).toBe(200)
})

test('who may write companies may not import or export them; managers may', async () => {
  const [employee, manager] = await Promise.all([host.current.acme.person('employee'), host.current.acme.person('manager')])
  await employee.post(`${CRM}/companies`, { name: 'By hand' }).expect(201)
  await expectRefusal(send(employee, GOOD), 403)
  await expectRefusal(employee.get(`${CRM}/companies/export`), 403)
  await send(manager, GOOD).expect(200)
})

test('what is exported can be imported again, formulas and all', async () => {
  const [from, to] = [await newcomer('exports'), await newcomer('reimports')]
  const names = ['=1+1', '@home', '-5', `'quoted`, 'Semi;colon, comma', 'Ñandú "x"']
  for (const name of names) await from.post(`${CRM}/companies`, { name, phone: '+49 30 901820' }).expect(201)
  const file = await from.get(`${CRM}/companies/export?sort=name`)
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.text).toContain(`'=1+1,,'+49 30 901820`)
  expect(file.text).not.toMatch(/(^|,|")[=+@-]/m)
  await to.request('POST', `${CRM}/companies/import?dry_run=false`, { raw: file.text, headers: { 'content-type': 'text/csv' } }).expect(200)
  expect((await namesOf(to)).sort()).toEqual([...names].sort())
  const filtered = await from.get(`${CRM}/companies/export?search=home`)
  expect(filtered.text.trim().split('\r\n')).toHaveLength(2)
})

test('an export takes the memory of a page and gives every company once', async () => {
  const client = await newcomer('all-of-them')
  const file = ['name', ...Array.from({ length: 2_500 }, (_, index) => `Company ${index % 7}`)].join('\n')
  await client.request('POST', `${CRM}/companies/import?dry_run=false`, { raw: file, headers: { 'content-type': 'text/csv' } }).expect(200)
  const { text } = await client.get(`${CRM}/companies/export`)
  expect(text.trim().split('\r\n')).toHaveLength(2_501)
})
