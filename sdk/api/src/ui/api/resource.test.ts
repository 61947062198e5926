import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApi } from './client.js'
import { setApi } from './current-api.js'
import { etagOf, resource } from './resource.js'

interface Note {
  id: string
  version: number
  title: string
}

const sent = vi.fn()
const PATH = '/api/v1/notes'
const notes = resource<Note>(PATH)

beforeEach(() => {
  sent.mockReset()
  setApi(
    createApi({
      fetch: ((url: string, init: RequestInit) => {
        const headers = new Headers(init.headers)
        sent(init.method, url, { body: init.body, etag: headers.get('if-match'), key: headers.get('idempotency-key') })
        return Promise.resolve(new Response('{}'))
      }) as typeof fetch,
    }),
  )
})

describe('resource', () => {
  test.each([
    ['list', () => notes.list({ limit: 20, sort: '-title' }), ['GET', '/api/v1/notes?limit=20&sort=-title', {}]],
    ['get, with a name that cannot leave the path', () => notes.get('../users'), ['GET', '/api/v1/notes/..%2Fusers', {}]],
    ['create', () => notes.create({ title: 'a' }, { idempotencyKey: 'k' }), ['POST', PATH, { body: '{"title":"a"}', key: 'k' }]],
    ['update', () => notes.update('1', { title: 'b' }, { etag: '"2"' }), ['PATCH', `${PATH}/1`, { body: '{"title":"b"}', etag: '"2"' }]],
    ['remove', () => notes.remove('1'), ['DELETE', '/api/v1/notes/1', {}]],
    ['restore', () => notes.restore('1'), ['POST', '/api/v1/notes/1/restore', {}]],
    ['act', () => notes.act('1', 'archive', { body: { reason: 'old' } }), ['POST', `${PATH}/1/archive`, { body: '{"reason":"old"}' }]],
  ] as const)('%s', async (_name, work, [method, url, rest]) => {
    await work()
    expect(sent).toHaveBeenCalledExactlyOnceWith(method, url, expect.objectContaining(rest))
  })

  test('a record’s ETag is its version; a record without one has none', () => {
    expect(etagOf({ version: 3 })).toBe('"3"')
    expect(etagOf({})).toBeUndefined()
    expect(etagOf(undefined)).toBeUndefined()
  })
})
