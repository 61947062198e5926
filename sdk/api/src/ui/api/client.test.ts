import { describe, expect, test, vi } from 'vitest'
import { ApiError, CLIENT_CODES } from './api-error.js'
import { createApi, queryString, type ApiOptions } from './client.js'
import type { TokenSource } from './token-source.js'

interface Call {
  url: string
  init: RequestInit
}

function server(...answers: (Response | (() => Promise<Response>))[]) {
  const calls: Call[] = []
  const send = ((url: string, init: RequestInit) => {
    calls.push({ url, init })
    const answer = answers[calls.length - 1] ?? answers.at(-1)
    return typeof answer === 'function' ? answer() : Promise.resolve(answer)
  }) as typeof fetch
  return { calls, send, header: (index: number, name: string) => new Headers(calls[index]?.init.headers).get(name) }
}

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init)
const tokensOf = (...tokens: (string | null)[]): TokenSource => ({
  token: (refused) => Promise.resolve(refused ? (tokens[1] ?? null) : (tokens[0] ?? null)),
  accept: () => undefined,
  end: () => undefined,
})
const api = (send: typeof fetch, options: ApiOptions = {}) => createApi({ fetch: send, ...options })
const failure = (work: Promise<unknown>) => work.then(() => expect.unreachable('should fail'), (error: unknown) => error as ApiError)

describe('what is sent', () => {
  test('query values: absent ones left out, lists repeated', () => {
    const query = { search: 'å b', skip: 0, sort: undefined, country: ['DE', 'PL'], empty: '' }
    expect(queryString(query)).toBe('?search=%C3%A5+b&skip=0&country=DE&country=PL')
    expect(queryString({})).toBe('')
  })

  test('bearer token, If-Match, Idempotency-Key, JSON', async () => {
    const { send, calls, header } = server(json({ id: '1' }))
    const client = api(send, { tokens: tokensOf('t1'), baseUrl: 'http://api' })
    await client.patch('/notes/1', { title: 'a' }, { etag: '"3"', idempotencyKey: 'k' })
    expect(calls[0]?.url).toBe('http://api/notes/1')
    expect(calls[0]?.init).toMatchObject({ method: 'PATCH', body: '{"title":"a"}' })
    expect([header(0, 'authorization'), header(0, 'if-match'), header(0, 'idempotency-key'), header(0, 'content-type')]).toEqual([
      'Bearer t1',
      '"3"',
      'k',
      'application/json',
    ])
  })

  test('a small change is finished though the page goes; a large one, which browsers would refuse to, is not', async () => {
    const { send, calls } = server(json({}), json({}), json({}))
    await api(send).patch('/tasks/1/move', { state: 'done' })
    await api(send).post('/notes', { body: 'x'.repeat(8_000) })
    await api(send).get('/notes')
    expect(calls.map(({ init }) => init.keepalive ?? false)).toEqual([true, false, false])
  })

  test('a form travels as it is, without a content type of ours', async () => {
    const { send, calls, header } = server(json({}))
    const form = new FormData()
    await api(send).post('/files', form)
    expect(calls[0]?.init.body).toBe(form)
    expect(header(0, 'content-type')).toBeNull()
  })

  test('public routes ask for no token', async () => {
    const { send, header } = server(json({}))
    await api(send, { tokens: tokensOf('t1') }).get('/industries', { authorized: false })
    expect(header(0, 'authorization')).toBeNull()
  })
})

describe('what comes back', () => {
  test('data, status and ETag', async () => {
    const { send } = server(json({ id: '1' }, { status: 201, headers: { etag: '"1"' } }))
    expect(await api(send).request('POST', '/notes', { body: {} })).toMatchObject({ data: { id: '1' }, status: 201, etag: '"1"' })
  })

  test('an empty answer is undefined', async () => {
    const { send } = server(new Response(null, { status: 204 }))
    expect(await api(send).delete('/notes/1')).toBeUndefined()
  })

  test('a refusal becomes an ApiError with its details', async () => {
    const details = [{ field: 'title', message: 'Too long' }]
    const detail = { error: 'Validation error', message: 'Check the title', code: 'NOTES_TITLE', details, request_id: 'r1' }
    const { send } = server(json({ detail }, { status: 400 }))
    const error = await failure(api(send).post('/notes', {}))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 400, code: detail.code, message: detail.message, title: detail.error, requestId: 'r1', details })
  })

  test('Retry-After and the request id come from the headers too', async () => {
    const detail = { error: 'Too many requests', message: 'Wait', code: 'RATE_LIMITED' }
    const { send } = server(json({ detail }, { status: 429, headers: { 'retry-after': '7', 'x-request-id': 'r2' } }))
    expect(await failure(api(send).get('/notes'))).toMatchObject({ retryAfter: 7, requestId: 'r2', stale: false })
  })

  test('412 is stale, 503 transient, a proxy page a bad answer', async () => {
    const detail = { error: 'x', message: 'x', code: 'X' }
    expect((await failure(api(server(json({ detail }, { status: 412 })).send).patch('/n', {}))).stale).toBe(true)
    expect((await failure(api(server(json({ detail }, { status: 503 })).send).get('/n'))).transient).toBe(true)
    const proxy = server(new Response('<html>', { status: 502 }))
    expect(await failure(api(proxy.send).get('/n'))).toMatchObject({ status: 502, code: CLIENT_CODES.badAnswer })
  })
})

describe('an expired token', () => {
  test('is renewed once and the request repeated', async () => {
    const { send, calls, header } = server(new Response(null, { status: 401 }), json({ id: '1' }))
    expect(await api(send, { tokens: tokensOf('old', 'new') }).get('/notes/1')).toEqual({ id: '1' })
    expect(calls).toHaveLength(2)
    expect(header(1, 'authorization')).toBe('Bearer new')
  })

  test('a second refusal is final', async () => {
    const { send, calls } = server(new Response(null, { status: 401 }))
    expect((await failure(api(send, { tokens: tokensOf('old', 'new') }).get('/notes/1'))).status).toBe(401)
    expect(calls).toHaveLength(2)
  })

  test('without a session nothing is repeated', async () => {
    const { send, calls } = server(new Response(null, { status: 401 }))
    expect((await failure(api(send, { tokens: tokensOf('old', null) }).get('/notes/1'))).status).toBe(401)
    expect(calls).toHaveLength(1)
  })
})

describe('no answer', () => {
  /** As fetch does it: rejects with the reason of the signal. */
  const never = (calls: Call[] = []) =>
    ((url: string, init: RequestInit) => {
      calls.push({ url, init })
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))
      })
    }) as typeof fetch

  test('a read that took too long changed nothing', async () => {
    const error = await failure(api(never(), { timeout: 20 }).get('/notes'))
    expect(error).toMatchObject({ status: 0, code: CLIENT_CODES.timeout, uncertain: false })
    expect(error.message).toContain('Nothing was changed')
  })

  test('of a write that took too long nobody knows', async () => {
    const error = await failure(api(never()).post('/notes', {}, { timeout: 20 }))
    expect(error).toMatchObject({ code: CLIENT_CODES.timeout, uncertain: true })
    expect(error.message).not.toContain('Nothing was changed')
  })

  test('a request given up says so', async () => {
    const stop = new AbortController()
    const work = api(never()).get('/notes', { signal: stop.signal })
    stop.abort()
    expect((await failure(work)).code).toBe(CLIENT_CODES.aborted)
  })

  test('a dead network is unreachable, or offline when the browser knows', async () => {
    const dead = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch
    expect(await failure(api(dead).get('/notes'))).toMatchObject({ code: CLIENT_CODES.unreachable, transient: true })
    vi.stubGlobal('navigator', { onLine: false })
    expect((await failure(api(dead).get('/notes'))).code).toBe(CLIENT_CODES.offline)
    vi.unstubAllGlobals()
  })

  test('an answer that breaks off is no answer', async () => {
    const broken = new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('gone')) }))
    expect((await failure(api(server(broken).send).get('/notes'))).code).toBe(CLIENT_CODES.unreachable)
  })
})
