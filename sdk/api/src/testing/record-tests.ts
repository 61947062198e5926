import { describe, expect, test } from 'vitest'
import { expectRefusal, UNKNOWN_ID, type Listed } from './answers.js'
import type { TestClient, TestHost } from './test-host.js'

/** A kind of record whose routes are those of `crudRoutes`. */
export interface RecordTests {
  host: { readonly current: TestHost }
  /** Where its routes are, e.g. `/api/v1/crm/companies`. */
  path: string
  /** A text field that every record needs, that may be the same in several, and that lists search in. */
  label: string
  /** What creates one more record. */
  body(client: TestClient): object | Promise<object>
  /** Sorts whose pages are walked through. */
  sorts: readonly string[]
}

type Made = Record<string, unknown> & { id: string }
type Kind = RecordTests & { make(client: TestClient, values?: object): Promise<Made> }

/**
 * Tests what every kind of record keeps: the five verbs and restoring, stale changes, other organizations, unknown fields, sorts and
 * cursors, idempotency.
 * @example recordTests({ host, path: '/api/v1/notes', label: 'title', body: () => ({ title: 'A note' }), sorts: ['title', '-updated_at'] })
 */
export function recordTests(tests: RecordTests): void {
  const make = async (client: TestClient, values: object = {}) => client.post<Made>(tests.path, { ...(await tests.body(client)), ...values }).expect(201)
  describe(`records of ${tests.path}`, () => {
    testVerbs({ ...tests, make })
    testBoundaries({ ...tests, make })
    testBodies({ ...tests, make })
    testPaging({ ...tests, make })
  })
}

function testVerbs({ host, path, label, make }: Kind): void {
  const acme = () => host.current.acme.admin

  test('are created, read, changed, listed, deleted and restored', async () => {
    const made = await make(acme())
    const read = await acme().get(`${path}/${made.id}`)
    expect(read.body).toEqual(made)
    expect(read.headers.etag).toBe('"1"')
    expect(await acme().patch(`${path}/${made.id}`, { [label]: 'Changed' }).expect(200)).toMatchObject({ [label]: 'Changed', version: 2 })
    expect((await acme().get<Listed<Made>>(`${path}?search=chang`)).body).toMatchObject({ total: 1, items: [{ id: made.id }] })
    await acme().delete(`${path}/${made.id}`).expect(204)
    await expectRefusal(acme().get(`${path}/${made.id}`), 404)
    expect((await acme().get<Listed<Made>>(`${path}?search=chang`)).body.total).toBe(0)
    expect(await acme().post(`${path}/${made.id}/restore`).expect(200)).toMatchObject({ id: made.id, [label]: 'Changed' })
  })

  test('a stale change or deletion is refused and changes nothing', async () => {
    const { id } = await make(acme())
    const first = { headers: { 'if-match': '"1"' } }
    await acme().patch(`${path}/${id}`, { [label]: 'First' }, first).expect(200)
    expect((await expectRefusal(acme().patch(`${path}/${id}`, { [label]: 'Second' }, first), 412)).code).toBe('PLATFORM_STALE_VERSION')
    await expectRefusal(acme().delete(`${path}/${id}`, first), 412)
    expect((await acme().get(`${path}/${id}`)).body).toMatchObject({ [label]: 'First', version: 2 })
  })
}

function testBoundaries({ host, path, label, make }: Kind): void {
  test('of another organization are not there, in the very words for what nobody has', async () => {
    const { acme, globex } = host.current
    const { id } = await make(acme.admin)
    for (const [method, json] of [['GET'], ['PATCH', { [label]: 'stolen' }], ['DELETE']] as const) {
      const answers = await Promise.all([id, UNKNOWN_ID].map((one) => expectRefusal(globex.admin.request(method, `${path}/${one}`, { json }), 404)))
      expect({ ...answers[0], request_id: 0 }).toEqual({ ...answers[1], request_id: 0 })
    }
    await expectRefusal(globex.admin.post(`${path}/${id}/restore`), 404)
    expect((await acme.admin.get(`${path}/${id}`)).status).toBe(200)
  })
}

function testBodies({ host, path, label, body, make }: Kind): void {
  test('unknown fields, fields of the server and empty names are refused', async () => {
    const { admin } = host.current.acme
    const valid = await body(admin)
    for (const bad of [{ [label]: '' }, { [label]: ' ' }, { zz: 1 }, { version: 7 }, { organization_id: UNKNOWN_ID }]) {
      await expectRefusal(admin.post(path, { ...valid, ...bad }), 400)
    }
    for (const bad of [{}, []]) await expectRefusal(admin.post(path, bad), 400)
    const { id } = await make(admin)
    for (const bad of [{}, { [label]: null }, { [label]: 'B', created_by: UNKNOWN_ID }]) await expectRefusal(admin.patch(`${path}/${id}`, bad), 400)
  })

  test('the same Idempotency-Key makes one record', async () => {
    const { admin } = host.current.acme
    const once = await body(admin)
    const headers = { 'idempotency-key': `once-${path}` }
    const made = await Promise.all([1, 2].map(() => admin.post<Made>(path, once, { headers }).expect(201)))
    expect(made[0]?.id).toBe(made[1]?.id)
  })
}

function testPaging({ host, path, label, sorts, make }: Kind): void {
  test('every sort pages through all of them once, with values that are absent too', async () => {
    const { admin } = await host.current.signUp(`sorts-${path.replace(/^\/api\/v1\//, '').replaceAll('/', '-')}`)
    const made: string[] = []
    for (let index = 0; index < 5; index += 1) made.push((await make(admin, { [label]: `Ä ${index % 2}` })).id)
    for (const sort of sorts) {
      const seen = await walk(admin, `${path}?limit=2&total=false&sort=${sort}`)
      expect(seen.filter((id) => made.includes(id)).sort(), sort).toEqual(made.toSorted())
      expect(new Set(seen).size, sort).toBe(seen.length)
    }
  })
}

/** The ids of all pages of a list. */
async function walk(client: TestClient, list: string): Promise<string[]> {
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = await client.get<Listed<Made>>(`${list}${after}`).expect(200)
    seen.push(...page.items.map(({ id }) => id))
    if (page.next === null) return seen
    after = `&after=${encodeURIComponent(page.next)}`
  }
}
